export const general = {
  'wording.button.easy': 'Heel eenvoudig',
  'wording.button.ordinary': 'Gewone tekst',

  'channel.offer':
    'Wil je met iemand praten? Typ /praat: alleen jij ziet het antwoord. Bellen kan dag en nacht: 106 of 1813. Gevaar? Bel 112.',
  'channel.mention':
    'Ik ben een bot en kan niet antwoorden. Wil je met iemand praten? Typ /praat: alleen jij ziet het antwoord. Bellen kan dag en nacht: 106 of 1813. Gevaar? Bel 112.',
  'channel.reminder':
    'Even een herinnering voor iedereen: we houden het hier fijn voor elkaar. De afspraken staan in /regels.',
  'channel.closed':
    'We zijn dicht. We zijn er weer {next}. Nu iemand nodig? Bel 106 of 1813, dag en nacht. Liever typen? /praat toont welke chat open is. Gevaar? Bel 112.',
  'channel.closed-no-next':
    'We zijn dicht. Nu iemand nodig? Bel 106 of 1813, dag en nacht. Liever typen? /praat toont welke chat open is. Gevaar? Bel 112.',

  'error.bug':
    'Er ging iets mis bij ons. Probeer het nog eens. Lukt het niet? Geef deze code aan een jeugdwerker: {id}.',
  'error.not-allowed': 'Dit kan alleen iemand van het team. Wat jij kan doen, staat in /info.',
  'error.outside-house': 'Dit werkt alleen op de Discord van een jeugdhuis. Ga daarheen en typ het opnieuw.',
  'error.only-direct': 'Deze knop werkt alleen in je privéberichten met de bot. Druk er daar op.',
  'error.not-ready':
    'De bot is nog niet klaar: hij start op, of dit huis is nog niet ingesteld. Melden en praten met ons kan nu niet. Hulp nodig? Bel 106, dag en nacht. Gevaar? Bel 112.',
  'error.unknown-button': 'Deze knop werkt niet meer. Typ het commando opnieuw.',
} as const
