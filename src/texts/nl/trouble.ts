/** What people read when the bot cannot do its work: what it cannot do, what still works, who mends it. */
export const trouble = {
  'error.cannot-store':
    'Dat kan de bot nu niet bewaren. Het komt dus niet bij het team. Probeer het later nog eens, of spreek een jeugdwerker aan. Nu hulp nodig? Bel 106, dag en nacht. Gevaar? Bel 112.',
  'queue.show.key-gone':
    'De tekst is niet meer leesbaar: de sleutel van die dag is er niet. Kijk op Discord zelf.',
  'queue.show.damaged': 'De tekst is niet meer leesbaar: hij is beschadigd. Kijk op Discord zelf.',
  'trouble.disk-full': 'de schijf is vol',
  'trouble.read-only': 'de bot mag niet schrijven in zijn databank',
  'trouble.unreachable': 'de databank is niet bereikbaar',
  'trouble.damaged': 'de databank is beschadigd',
  'trouble.keys': 'de sleutels zijn niet bereikbaar',
  'trouble.note':
    '**De bot kan nu niets bewaren: {why}.** Nieuwe berichten en meldingen komen niet in de wachtrij. Kijk zelf in de kanalen. `/praat` werkt gewoon. Verwittig wie de bot beheert. Is het in orde, dan leest de bot alles na en gaat dit bericht weg.',
  'staff.words-unreadable':
    'Van {count, plural, one {# bericht} other {# berichten}} in de wachtrij is de tekst niet meer leesbaar: de sleutel is weg of beschadigd. De kaarten blijven. Kijk op Discord zelf. Wie de bot beheert, kan de sleutels terugzetten.',
  'staff.agreements-reports':
    'De bot startte zonder regels: in de bestanden met afspraken klopt iets niet. Hij leest nu geen berichten. Melden en `/praat` werken. Maak de bestanden in orde en start de bot opnieuw.\n{problems}',
  'staff.talks-off':
    '“Liever met ons” is uit. {why, select, permissions {In {channel} mist de bot deze rechten: {missing}. Geef hem die daar.} other {Het kanaal {channel} is er niet. Maak het opnieuw, of pas talks aan in house.yaml.}} Daarna staat het vanzelf weer aan.',
  'staff.restored':
    'De bot is teruggezet naar hoe hij was op {at}. Wat daarna gebeurde, kent hij niet meer: meldingen van mensen, beslissingen, gesprekken. Berichten uit de kanalen leest hij opnieuw. Kijk na wat er toen openstond.',
} as const
