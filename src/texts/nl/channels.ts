export const channels = {
  'channel.limit.description': 'Zet een kanaal even op traag of dicht, met een einde.',
  'channel.limit.ask':
    'Wat doe je met {channel}? Kies eerst wat, dan hoe lang. Daarna komt alles vanzelf terug zoals het was.',
  'channel.limit.placeholder': 'Kies wat je doet',
  'channel.limit.slow.option':
    'Rustig: {seconds, plural, =60 {1 minuut} =300 {5 minuten} other {# seconden}} tussen twee berichten',
  'channel.limit.shut.option': 'Dicht: alleen het team schrijft',
  'channel.limit.how-long': '**{what}**, in {channel}. Hoe lang?',
  'channel.limit.button.minutes': '{minutes, plural, =60 {1 uur} other {# minuten}}',
  'channel.limit.button.closing': 'Tot we sluiten',
  'channel.limit.button.end': 'Zet nu terug: {what}',
  'channel.limit.slow':
    'Rustig: {seconds, plural, =60 {1 minuut} =300 {5 minuten} other {# seconden}} wachten',
  'channel.limit.shut': 'Dicht: alleen het team schrijft',
  'channel.limit.now': 'Nu: {what}, tot {until}.',
  'channel.limit.done': 'De bot doet het nu: {what}, in {channel}, tot {until}.',
  'channel.limit.ending': 'De bot zet {channel} nu terug zoals het was.',
  'channel.limit.over': 'Dit is al voorbij.',
  'channel.limit.closed': 'We zijn nu dicht. Kies een andere duur.',
  'channel.limit.slower':
    'Hier staat al een wachttijd van {seconds, plural, one {# seconde} other {# seconden}}. Kies een langere.',
  'channel.limit.cannot.staff': 'Dit kan niet: dit is een kanaal van het team.',
  'channel.limit.cannot.talk': 'Dit kan niet: hier staan privégesprekken.',
  'channel.limit.cannot.hidden':
    'Dit kan niet: niet elk lid ziet dit kanaal, en de afspraken noemen het niet.',
  'channel.limit.cannot.kind': 'Dit kan alleen in een gewoon tekstkanaal.',
  'channel.limit.cannot.gone': 'Dit kanaal is er niet meer.',
  'channel.limit.cannot.slow':
    'De bot mist een recht in {channel}: **{permissions}**. Daarmee zet de bot een kanaal op traag en weer terug.',
  'channel.limit.cannot.shut':
    'De bot mist een recht in {channel}: **{permissions}**. Daarmee doet de bot een kanaal even dicht en weer open.',
  'channel.limit.begins.slow':
    'Dit kanaal gaat even trager: wacht {seconds, plural, =60 {1 minuut} =300 {5 minuten} other {# seconden}} tussen twee berichten. Tot {until}.',
  'channel.limit.begins.shut':
    'Dit kanaal is even dicht, tot {until}. Wil je iets kwijt? In een ander kanaal werkt /praat.',
  'channel.limit.ends.slow': 'Dit kanaal gaat weer zoals daarvoor.',
  'channel.limit.ends.shut': 'Dit kanaal is weer open.',
  'queue.button.channel': 'Kanaal',
  'staff.channel-changed':
    '{channel} stond even op traag of dicht. Iemand veranderde dat intussen zelf. De bot liet staan wat er nu staat: kijk of het zo goed is.',
  'staff.channel-cannot':
    'De bot kan {channel} niet aanpassen: er ontbreekt een recht (Manage Channels of Manage Roles). De bot probeert het opnieuw. Staat het kanaal nog op traag of dicht? Zet het dan zelf terug.',
  'rules.age.both': 'Dit kanaal is voor {from} tot {until} jaar.',
  'rules.age.from': 'Dit kanaal is voor wie {from} jaar of ouder is.',
  'rules.age.until': 'Dit kanaal is voor wie {until} jaar of jonger is.',
  'rules.age.not-checked': 'De bot kijkt dat niet na en bewaart geen leeftijden.',
} as const
