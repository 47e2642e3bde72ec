export const hold = {
  'held.description': 'Is een bericht van jou tegengehouden? Kijk hier waarom. Alleen jij ziet het antwoord.',
  'held.line': 'Er is een bericht tegengehouden. Was het van jou? Druk hier.',
  'held.line-news': 'Er is nieuws over een bericht dat tegengehouden werd. Was het van jou? Druk hier.',
  'held.button.look': 'Kijk',
  'held.none': 'Er is geen bericht van jou tegengehouden.',
  'held.waiting':
    'Je bericht in {channel} staat er even niet. Een regel hield het tegen: {why} Een regel kan zich vergissen. Daarom kijkt een mens ernaar. Ben je niet akkoord met wat die mens beslist? Typ dan /bezwaar. Hulp nodig? Typ /praat.',
  'held.waiting-closed': 'Nu is er niemand van ons. We zijn er weer {next}. Dan kijken we ernaar.',
  'held.kept-out':
    'Een mens keek naar je bericht in {channel}. Het blijft weg. De reden: {why} Niet akkoord? Typ /bezwaar. We praten er graag over met jou.',
  'held.given':
    'Een mens keek naar je bericht in {channel}. Het mag er staan. Sorry dat je moest wachten. Kopieer je tekst en post hem zelf. Of laat de bot het doen.',
  'held.quoted': 'De bot plaatste je bericht in {channel}. Wil je het weg? Druk op de knop eronder.',
  'held.over': 'Een bericht van jou in {channel} was tegengehouden. Dat is nu voorbij.',
  'held.words-gone': 'De bot heeft je tekst niet meer. De bewaartijd is voorbij.',
  'held.more': 'Er is nog een bericht van jou tegengehouden. Druk nog eens.',
  'held.button.post': 'Laat de bot het plaatsen',
  'held.posting': 'De bot plaatst je bericht. Wil je het later weg? Druk op de knop eronder.',
  'held.quote': '**{name}** schreef:',
  'held.button.withdraw': 'Haal weg (alleen wie het schreef)',
  'held.withdrawn': 'Je bericht gaat weg.',
  'held.not-yours':
    'Dit kan alleen wie het bericht schreef. Klopt er iets niet? Zeg het aan een jeugdwerker.',
  'held.too-late': 'Dit kan niet meer. Het is intussen veranderd.',
  'norm.images': 'In dit kanaal kijkt een mens naar afbeeldingen.',
  'norm.video': 'In dit kanaal kijkt een mens naar filmpjes.',
  'norm.audio': 'In dit kanaal kijkt een mens naar geluid.',
  'norm.files': 'In dit kanaal kijkt een mens naar bestanden.',
  'norm.links': 'In dit kanaal kijkt een mens naar links.',
  'norm.blocked-link': 'Deze link staat op onze lijst. Een mens kijkt ernaar.',
  'norm.look-alike-link': 'Deze link lijkt op een bekende site, maar leidt ergens anders heen.',
  'norm.newcomer-link': 'Iemand die pas in het huis is, zet hier een link.',
  'norm.newcomer-attachment': 'Wie pas in het huis is, zet hier een bestand of foto.',
  'automod.seen': 'Een filter van Discord zag een woord uit onze afspraken.',
  'automod.seen-preset': 'Een filter van Discord zag een woord uit de lijst van Discord zelf.',
  'automod.block':
    'Dit bericht past niet bij onze regels, dus het is niet geplaatst. Niet akkoord? Typ /bezwaar. Hulp nodig? Typ /praat.',
  'hold.description': 'Bewaar iets langer voor de wet, of stop daarmee. Voor jeugdwerkers.',
  'hold.subject.description':
    'De code van de kaart, of de link van het bericht. Laat leeg om te zien wat bewaard wordt.',
  'hold.heading': 'Langer bewaard voor de wet',
  'hold.none':
    'Er wordt niets langer bewaard. Typ /bewaring met de code van een kaart of de link van een bericht.',
  'hold.line': '{code}: tot en met {day}, door {name}. Reden: {why}',
  'hold.not-found': 'Dit is niet gevonden. Geef de code die op de kaart staat, of de link van het bericht.',
  'hold.title': 'Langer bewaren voor de wet',
  'hold.about':
    'Alleen als politie, parket of een rechter het vraagt, of als een jongere het nodig heeft voor een klacht. Op de einddatum wordt het gewist. Elke bewaring staat in het logboek.',
  'hold.name.label': 'Wie vraagt dit? (naam, dienst)',
  'hold.why.label': 'Waarom? (kort, zonder details)',
  'hold.until.label': 'Tot en met welke dag? (jjjj-mm-dd)',
  'hold.bad-date':
    'Schrijf de einddatum als 2027-03-31: na vandaag, en hoogstens een jaar ver. Typ /bewaring opnieuw.',
  'hold.done': '{code} wordt bewaard tot en met {day}. Daarna wordt het gewist. Stoppen kan met /bewaring.',
  'hold.nothing-left': 'Bij {code} zijn de woorden al gewist. Wat er nog is, wordt bewaard tot en met {day}.',
  'hold.stop.placeholder': 'Stop een bewaring',
  'hold.stopped': 'Gestopt. De gewone termijn geldt weer. Wat al weg moest zijn, is nu gewist.',
} as const
