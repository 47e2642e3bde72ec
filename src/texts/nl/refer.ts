export const refer = {
  'refer.start':
    'Je stuurt {writer} een lijn, in een privédraad van de bot. Daar staat bij dat het van jou komt. Jij zit er zelf niet in. Niemand ziet of {writer} het opent.',
  'refer.subject': 'Waarover gaat het? De bot bewaart het onderwerp niet.',
  'refer.subject.placeholder': 'Kies een onderwerp',
  'refer.line': 'Welke lijn stuur je? Wat nu open is, staat vooraan.',
  'refer.line.placeholder': 'Kies een lijn',
  'refer.line.open.why': 'Nu open',
  'refer.line.closed.why': 'Nu dicht',
  'refer.line.unknown.why': 'Uren op de site',
  'refer.form.title': 'Stuur een lijn',
  'refer.form.words.label': 'Wat schrijf je erbij?',
  'refer.form.words.hint.why': 'Erbij komt: {line}. De bot vergeet je woorden zodra ze er staan.',
  'refer.words':
    'Dag! Misschien is dit iets voor jou: hier kan je praten met mensen die dit vaak horen. Je moet niets: jij kiest.',
  'refer.sent':
    'De bot maakt nu een privédraad met {writer}, onder {channel}. Niemand ziet of die opengaat, jij ook niet.',
  'refer.words-back': 'Dit had je geschreven:',
  'refer.cannot.bot': 'Dit bericht is van een bot. Er is niemand om iets te sturen.',
  'refer.cannot.own': 'Dit is je eigen bericht. Zoek je iets voor jezelf? Typ /praat.',
  'refer.cannot.team': 'Dit bericht is van iemand van het team. Spreek die persoon zelf aan.',
  'refer.cannot.talk': 'Dit kan niet vanuit een privégesprek. Zeg het in het gesprek zelf.',
  'refer.cannot.staff': 'Dit kan niet in een kanaal van het team.',
  'refer.cannot.left': 'Wie dit schreef, is niet meer in het huis. De bot heeft niets gestuurd.',
  'refer.cannot.look':
    'De bot kan nu niet zien van wie dit bericht is. Er is niets gestuurd. Probeer het straks opnieuw.',
  'refer.cannot.no-place':
    'Dit kan hier niet: er is geen kanaal voor privégesprekken, of de bot mist er rechten. Spreek de persoon zelf aan.',
  'refer.cannot.not-seen':
    'Deze persoon ziet het kanaal voor privégesprekken niet. De bot heeft niets gestuurd. Spreek de persoon zelf aan.',
  'refer.cannot.line': 'Deze lijn staat niet meer in de afspraken. De bot heeft niets gestuurd.',
  'refer.say.from': '{worker} stuurt je dit.',
  'refer.say.choice': 'Je moet niets. Niemand ziet of je dit opent.',
  'refer.say.readers': '**Wie kan meelezen?** Jij, en de eigenaar van de server.',
  'refer.say.not-read':
    'Wat je hier schrijft, leest niemand van ons. Wil je met ons praten? Druk op de knop.',
  'refer.say.not-read-off':
    'Wat je hier schrijft, leest niemand van ons. Wil je met ons praten? Spreek een jeugdwerker aan.',
  'refer.say.kept': '{days, plural, one {Na een dag} other {Na # dagen}} wist de bot dit.',
  'refer.say.nobody': '**Hier leest niemand van ons mee.** Wil je praten? Dan kan je hier terecht:',
  'refer.say.left':
    '{worker}, wie dat bericht schreef, is niet meer in het huis. Niemand heeft dit gekregen.',
  'refer.button.send': 'Stuur ook een lijn',
  'refer.button.talk': 'Praat met ons',
} as const
