export const duty = {
  'duty.description': 'Voor het team: begin of stop je dienst, of geef door wat je hebt.',
  'duty.heading': 'Dienst',
  'duty.you.on': 'Jij bent van dienst sinds {since}. Het stopt vanzelf om {until}.',
  'duty.you.off': 'Jij bent niet van dienst.',
  'duty.team.none': 'Er is nu niemand van dienst.',
  'duty.team.some': 'Van dienst: {who}.',
  'duty.house.open': 'Het huis is open: de klok van elke melding loopt.',
  'duty.house.closed':
    'Het huis is dicht: geen klok loopt, en niemand krijgt een herinnering. Open is het pas als het een openingsuur is en er iemand van dienst is.',
  'duty.holds': 'Jij hebt: {what}.',
  'duty.holds.nothing': 'Je hebt niets in handen.',
  'duty.what.flags': '{count, plural, one {# melding} other {# meldingen}}',
  'duty.what.talks': '{count, plural, one {# privégesprek} other {# privégesprekken}}',
  'duty.what.follow-ups': '{count, plural, one {# opvolging} other {# opvolgingen}}',
  'duty.button.begin': 'Begin mijn dienst',
  'duty.button.end': 'Stop mijn dienst',
  'duty.button.hand-over': 'Geef door',
  'duty.button.hand-over-end': 'Geef door en stop',
  'duty.button.release-end': 'Zet terug in de wachtrij en stop',
  'duty.button.withdraw': 'Toch niet doorgeven',
  'duty.button.accept': 'Neem over',
  'duty.began': 'Je bent van dienst. Dat stopt vanzelf om {until}. Typ /dienst om eerder te stoppen.',
  'duty.closed': 'Het huis is nu dicht. Je kan beginnen vanaf een uur voor de opening: {next}.',
  'duty.closed-no-next': 'Het huis is dicht, en er staat geen volgende opening in de afspraken.',
  'duty.ended': 'Je dienst is gedaan. Bedankt. Iets dat blijft hangen? Bel of spreek een collega.',
  'duty.not-on-duty': 'Je was niet van dienst.',
  'duty.first-hand-over':
    'Je hebt nog iets in handen: {what}. Geef het door, of zet het terug in de wachtrij. Een privégesprek wacht dan op iemand anders.',
  'duty.offered': 'Gevraagd in het kanaal van de wachtrij. Wie het overneemt, krijgt alles in één keer.',
  'duty.offered-already': 'Je vroeg dit al. Zie de kaart in het kanaal van de wachtrij.',
  'duty.withdrawn': 'Goed, je houdt het zelf.',
  'duty.over.title': 'Wie neemt dit over?',
  'duty.over.text': '{from} geeft door: {what}.',
  'duty.over.ending': '{from} stopt daarna.',
  'duty.over.accepted': 'Overgenomen door {to}.',
  'duty.over.withdrawn': 'Niet meer nodig.',
  'duty.accepted': 'Jij hebt nu {passed, plural, one {# zaak} other {# zaken}} van je collega.',
  'duty.accepted-some':
    'Jij hebt nu {passed, plural, one {# zaak} other {# zaken}} van je collega. {released, plural, one {# zaak wacht} other {# zaken wachten}} weer in de wachtrij: iemand anders moet die opnemen.',
  'duty.refusal.over': 'Iemand anders was eerst, of het is niet meer nodig.',
  'duty.refusal.own': 'Dit is van jou. Een collega neemt het over.',
  'duty.refusal.talks': 'Hier zijn privégesprekken bij. Die neemt alleen een jeugdwerker over.',

  'duty.remind.duty': '{who}: een melding ({level}) wacht sinds {age} op iemand. {link}',
  'duty.remind.back-up':
    '{who}: niemand van dienst nam deze melding op ({level}, sinds {age}). Kan de achterwacht kijken? {link}',
  'duty.remind.responsible':
    '{who}: niemand nam deze melding op, ook de achterwacht niet ({level}, sinds {age}). {link}',
  'duty.remind.on-call':
    '{who}: een acute melding terwijl het huis dicht is (sinds {age}). Is er nu gevaar? Bel zelf 112 of 101. {link}',
  'duty.remind.unmanned':
    '{who}: sinds {since} zouden we open zijn, maar niemand begon zijn dienst. De bot zegt intussen dat we dicht zijn. Wie er is, typt /dienst.',
  'duty.remind.no-link': 'Typ /wachtrij.',

  'duty.summary.came-in': 'Binnengekomen terwijl er niemand was (sinds {since}): {levels}.',
  'duty.summary.waiting': 'Nog van niemand: {links}',
  'duty.summary.all-taken': 'Daarvan wacht niets meer.',
  'duty.summary.more': 'Alles zie je met /wachtrij.',
  'duty.summary.talks':
    '{count, plural, one {# jongere wacht} other {# jongeren wachten}} op een gesprek. Zie de kaarten hierboven.',
  'duty.summary.closing':
    'Het huis is dicht, elke dienst is gestopt. {flags, plural, =0 {} one {# melding staat weer in de wachtrij. } other {# meldingen staan weer in de wachtrij. }}{talks, plural, =0 {} one {# privégesprek loopt nog.} other {# privégesprekken lopen nog.}}',

  'duty.now.somebody': 'Er is nu iemand van ons.',
  'duty.now.who': 'Nu hier: {who}.',
  'duty.now.nobody':
    'Het is een openingsuur, maar er is nu niemand van ons. Kan het niet wachten? Typ /praat.',
  'duty.today': 'Vandaag: {spans}.',
  'duty.today-closed': 'Vandaag zijn we dicht.',

  'start.no-back-up':
    'Niemand staat achter wie van dienst is. Zet bij roles in house.yaml een achterwacht (backUp), en bij contacts een verantwoordelijke (responsible).',
} as const
