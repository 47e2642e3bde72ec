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
  'duty.summary.all-taken': 'Er wacht geen melding.',
  'duty.summary.more': 'Alles zie je met /wachtrij.',
  'duty.summary.talks':
    '{count, plural, one {# jongere wacht} other {# jongeren wachten}} op een gesprek. Zie de kaarten hierboven.',
  'duty.summary.closing':
    'Het huis is dicht, elke dienst is gestopt. {flags, plural, =0 {} one {# melding staat weer in de wachtrij. } other {# meldingen staan weer in de wachtrij. }}{talks, plural, =0 {} one {# privégesprek loopt nog.} other {# privégesprekken lopen nog.}}',

  'duty.now.who': 'Nu hier: {who}.',
  'duty.now.nobody':
    'Het is een openingsuur, maar er is nu niemand van ons. Kan het niet wachten? Typ /praat.',
  'duty.today': 'Vandaag: {spans}.',
  'duty.today-closed': 'Vandaag zijn we dicht.',

  'house.over':
    'Dit digitaal jeugdhuis is gestopt. Niemand van ons leest hier nog mee. Een melding of een gesprek kan niet meer. Hulp nodig? Dit kan nu:',
  'house.over.notice':
    'Dit digitaal jeugdhuis is gestopt op {day}. Niemand van ons leest hier nog mee, en de bot ook niet. Hulp nodig? Bel 106 of 1813, dag en nacht. Gevaar? Bel 112.',
  'house.ends':
    'Dit digitaal jeugdhuis stopt. De laatste dag is {day}. Daarna leest niemand van ons nog mee. De bot wist alles op tijd.',
  'huis.vakantie.description': 'Zet een vakantie: dagen waarop het huis dicht is.',
  'huis.vakantie.from.description': 'De eerste dag dat jullie dicht zijn, zoals 2026-12-24.',
  'huis.vakantie.until.description': 'De laatste dag dat jullie dicht zijn, zoals 2027-01-03.',
  'huis.vakantie.list': 'Vakanties die jullie hier zetten, naast die in house.yaml:',
  'huis.vakantie.none': 'Er staat geen vakantie, behalve wat in house.yaml staat.',
  'huis.vakantie.line': '{from} tot en met {until}',
  'huis.vakantie.set':
    'Het huis is dicht van {from} tot en met {until}. Jongeren lezen dat in /openingsuren en in de lijn bij het sluiten. Geen klok loopt dan, en niemand krijgt een herinnering.',
  'huis.vakantie.lifted': 'Die vakantie is weg.',
  'huis.vakantie.placeholder': 'Haal een vakantie weg',
  'huis.vakantie.wrong':
    'Schrijf een datum als jaar-maand-dag, zoals 2026-12-24. De laatste dag komt na de eerste, ligt niet in het verleden, en niet verder dan een jaar.',
  'huis.sluiten.description':
    'Stop het huis op een dag: daarna kan niets nieuws, en wist de bot alles op tijd.',
  'huis.sluiten.day.description': 'De laatste dag, zoals 2027-06-30.',
  'huis.sluiten.who':
    'Dat kan alleen de verantwoordelijke van het huis ({name}). Zet het nummer van die persoon op Discord bij contacts in house.yaml (responsible: discordId).',
  'huis.sluiten.nobody':
    'Er staat geen verantwoordelijke in de afspraken. Zet die bij contacts in house.yaml (responsible), met discordId.',
  'huis.sluiten.sure':
    'De laatste dag wordt {day}. Daarna kan niemand nog melden of een gesprek vragen, en leest de bot niets meer. Ten laatste op {gone} is alles van mensen gewist. De mededeling zegt het vanaf nu. Klopt dat?',
  'huis.sluiten.button.sure': 'Ja, verder',
  'huis.sluiten.button.lift': 'Toch niet stoppen',
  'huis.sluiten.title': 'Stop het huis',
  'huis.sluiten.name.label': 'Typ de naam van het huis om te bevestigen',
  'huis.sluiten.name-wrong': 'Dat is niet de naam van het huis. Er is niets veranderd.',
  'huis.sluiten.set': 'De laatste dag is {day}. De mededeling en /openingsuren zeggen het nu.',
  'huis.sluiten.stands': 'De laatste dag is {day}. Tot dan kan je het nog terugdraaien.',
  'huis.sluiten.lifted': 'Het huis gaat door. De mededeling is weer zoals voordien.',
  'huis.sluiten.over': 'Het huis is al gestopt. Dat kan niet meer terug.',

  'start.no-back-up':
    'Niemand staat achter wie van dienst is. Zet bij roles in house.yaml een achterwacht (backUp), en bij contacts een verantwoordelijke (responsible).',
} as const
