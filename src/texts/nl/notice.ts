export const notice = {
  'info.description': 'Alles over dit jeugdhuis: wie leest mee, de regels, de uren.',
  'info.heading': '{house}',
  'info.text': 'Wat wil je weten? Alleen jij ziet het antwoord.',
  'info.button.notice': 'Wie leest mee?',
  'info.button.rules': 'Regels',
  'info.button.hours': 'Openingsuren',
  'info.button.meldplicht': 'Wat moeten we doorgeven?',
  'info.button.my-data': 'Mijn gegevens',
  'info.button.my-reports': 'Mijn meldingen',
  'info.button.back': 'Terug',
  'info.staff.heading': 'Voor het team',
  'info.staff.set-up': 'Alles wat in jullie afspraken staat, is er op deze server.',
  'info.staff.automatic': 'De laatste {days} dagen: {figures}',

  'notice.pinned.heading': 'Wie leest hier mee?',
  'notice.pinned.who':
    'Dit is de Discord van **{house}**. De jeugdwerkers hebben de rol **{role}**: dat zijn echte mensen. Ik, {bot}, ben een bot en geen hulpverlener.',
  'notice.pinned.reads.reports':
    'De bot leest niet mee. Als iemand een bericht meldt of een filter iets ziet, kijkt een mens ernaar. Stem hoor of bewaar ik niet.',
  'notice.pinned.reads.full':
    'De bot leest elk bericht in deze kanalen, dag en nacht. Wat opvalt, toont de bot aan een mens. Stem hoor of bewaar ik niet.',
  'notice.pinned.hours': 'We zijn er: {hours}. Buiten die uren is er niemand van ons om te antwoorden.',
  'notice.pinned.secret':
    'Discord is niet privé. Je mag ons alles vertellen, maar we kunnen niet alles geheim houden. {meldplicht}',
  'notice.pinned.elsewhere':
    'Liever praten op een veiligere plek? Typ /praat, of ga naar jac.be (12 tot 25 jaar). Awel: bel 102. Dag en nacht: bel 106, of 1813 als je aan zelfdoding denkt. Gevaar? Bel 112.',
  'notice.pinned.news': '**Nieuw sinds {date}:** {news}',
  'notice.pinned.news-plain': '**Nieuw sinds {date}.**',
  'notice.pinned.read-again': 'Las je een vorige versie? Lees dan opnieuw en druk op *Ik heb dit gelezen*.',
  'notice.button.read-all': 'Alles lezen',
  'notice.button.read': 'Ik heb dit gelezen',
  'notice.read.thanks':
    'Bedankt om dit te lezen. We onthouden dat jij het las. Het team ziet alleen hoeveel mensen het lazen.',
  'notice.read.thanks-role':
    'Bedankt om dit te lezen. Je krijgt nu de rol {role}, zo kan je meepraten. We onthouden dat jij het las. Het team ziet alleen hoeveel mensen het lazen.',
  'notice.read.thanks-no-role':
    'Bedankt om dit te lezen. De bot kan je de rol {role} nu niet geven. Zeg het aan een jeugdwerker, en druk later nog eens.',
  'notice.read.again': 'Dat zei je al op {date}. Bedankt.',
  'notice.read.outdated': 'Intussen is er een nieuwe versie. Wil je die eerst lezen?',
  'notice.read.done': 'Je zei op {date} dat je dit las.',
  'notice.full.heading': 'Wie zijn wij en wat mag je van ons verwachten?',
  'notice.full.who':
    'Dit is de Discord van {house}. De jeugdwerkers hebben de rol **{role}**. Dat zijn echte mensen. Ik, {bot}, ben een bot. Ik ben geen hulpverlener.',
  'notice.full.hours':
    '**Wanneer zijn we er?** {hours}. Buiten die uren is er niemand van ons om te antwoorden.',
  'notice.full.discord':
    '**Discord is niet privé.** Anderen kunnen meelezen of een screenshot nemen. Discord bewaart gegevens. Daar hebben wij geen controle over. Over iets gevoeligs praat je beter op een veilige chat. Typ `/praat`.',
  'notice.full.anything': '**Je mag ons alles vertellen.** We schrikken niet snel en we lachen je niet uit.',
  'notice.full.secret':
    '**Kan het geheim blijven?** We vertellen het niet zomaar verder. Maar we kunnen niet alles geheim houden. {meldplicht} We zeggen het je eerst, als dat veilig kan.',
  'notice.full.then':
    '**Wat dan?** Dan moeten wij er iets mee doen. Dat wil niet zeggen dat je niet meer welkom bent. We keuren af wat er gebeurd is. We keuren **jou** niet af.',
  'notice.full.parents': '**Vertellen jullie het aan mijn ouders?** {answer}',
  'notice.full.reads.reports':
    '**Wat leest de bot?** De bot leest niet mee. Als iemand een bericht meldt of een filter iets ziet, kijkt een mens ernaar.',
  'notice.full.reads.full':
    '**Wat leest de bot?** De bot leest elk bericht in deze kanalen, dag en nacht. Wat opvalt, toont de bot aan een mens.',
  'notice.full.voice': 'In een spraakkanaal luistert de bot niet mee. De bot neemt niets op.',
  'notice.full.decides':
    'De bot beslist niet over jou. Dat doet een mens. We maken geen lijsten van personen en zoeken niet in andere groepen.',
  'notice.full.report':
    '**Iets gezien dat niet oké is?** Klik rechts op het bericht, kies Apps en dan *Meld dit bericht*. We vertellen niet wie het meldde. Soms kan iemand het raden.',
  'notice.full.data': '**Jouw gegevens:** typ `/mijn-gegevens`.',
  'notice.full.contact': '**Klacht of vraag over ons?** {name}, {contact}.',
  'notice.full.danger': '**In gevaar? Bel 112. Politie: 101.**',
  'notice.full.version': 'Versie {version}.',
  'notice.full.signed': 'Nagekeken door {by} op {date}.',

  'meldplicht.description': 'Wat kunnen we geheim houden, en wat niet?',
  'meldplicht.heading': 'Kan het geheim blijven?',
  'meldplicht.short':
    'Je mag ons alles vertellen. We vertellen het niet zomaar verder. Maar we kunnen niet alles geheim houden. {meldplicht} We zeggen het je eerst, als dat veilig kan. We vinden dan niet goed wat er gebeurd is. Maar jij blijft welkom.',

  'hours.description': 'Wanneer is er iemand van ons?',
  'hours.heading': 'Openingsuren',
  'hours.open-now': 'We zijn er nu, tot {until}.',
  'hours.closed-now': 'Nu is er niemand van ons. We zijn er weer {next}.',
  'hours.closed-no-next': 'Nu is er niemand van ons. We weten nog niet wanneer we weer open zijn.',
  'hours.day': '{days} {spans}',
  'hours.span': '{from} tot {until}',
  'hours.days': '{first} tot {last}',
  'hours.every-day': 'elke dag',
  'hours.moment.today': 'vandaag om {clock}',
  'hours.moment.tomorrow': 'morgen om {clock}',
  'hours.moment.day': '{day} om {clock}',
  'hours.closed-all-week': 'op dit moment geen vaste uren',
  'hours.holidays-closed': 'niet op feestdagen',
  'hours.period': 'Dicht van {from} tot en met {until}.',
  'hours.period-day': 'Dicht op {day}.',
  'hours.period-why': '{period} Reden: {why}.',
  'hours.cannot-wait': 'Kan het niet wachten? Bel 106 of 1813, dag en nacht, gratis. Gevaar? Bel 112.',

  'rules.description': 'De afspraken in dit kanaal.',
  'rules.heading': 'Afspraken in {channel}',
  'rules.purpose': '**Waarvoor is dit kanaal?** {purpose}',
  'rules.norms': '**Wat spreken we af?**',
  'rules.norm': '- {norm}',
  'rules.no-norms': 'Hier zijn geen aparte afspraken. Wees goed voor elkaar.',
  'rules.in-house-language': 'De afspraken zelf staan hier in de taal van dit jeugdhuis.',
  'rules.a-person-decides': 'Een mens beslist, niet de bot. Niet akkoord? Praat met een jeugdwerker.',

  'start.ready': '{bot} werkt in {house}.',
  'start.reading.reports': 'Manier van lezen: alleen meldingen en filters.',
  'start.reading.full': 'Manier van lezen: elk bericht. Dat staat ook in de mededeling.',
  'start.missing-permission':
    'In {channel} mist de bot een recht: {permission}. Geef dat recht in de instellingen van het kanaal.',
  'start.channel-missing':
    'Het kanaal {channel} staat in policies/house.yaml, maar bestaat niet op deze server.',
  'start.role-missing': 'De rol {role} staat in policies/house.yaml, maar bestaat niet op deze server.',
  'start.reporting-off':
    '**Melden en “Liever met ons” zijn hier uit**, tot dit in orde is. De wachtrij werkt verder met /wachtrij.',
  'start.hours-missing':
    'In policies/house.yaml staan geen openingsuren. Niemand weet dus wanneer er iemand kijkt.',
  'start.example':
    'De afspraken zijn nog die van het voorbeeld. De bot hangt dus geen mededeling uit, leest niets mee en neemt geen meldingen aan. Typ /huis opzet, of vul policies/house.yaml in: organisatie, handtekening en integriteitscontact.',
  'start.notice-role.absent':
    'Wie de mededeling las, krijgt de rol {role}. Die rol bestaat niet op deze server: maak ze, of pas policies/house.yaml aan.',
  'start.notice-role.managed':
    'Wie de mededeling las, krijgt de rol {role}. Discord laat niemand die rol geven: kies een andere in policies/house.yaml.',
  'start.notice-role.rights':
    'Wie de mededeling las, krijgt de rol {role}. De bot mist daarvoor het recht Rollen beheren (ManageRoles).',
  'start.notice-role.order':
    'Wie de mededeling las, krijgt de rol {role}. Sleep daarvoor de rol van de bot erboven (Serverinstellingen, Rollen).',
  'start.content-missing':
    'De bot mag geen berichten lezen (Message Content staat uit). Zet die aan bij Discord, of kies `reports` in policies/house.yaml.',
  'start.safe-mode':
    'De afspraken in policies/ hebben {count, plural, one {# fout} other {# fouten}}. De bot werkt verder met de laatste goede versie. Typ `npm run policy` om te zien wat er mis is.',
  'start.stale-helplines':
    '{count, plural, one {# hulplijn is} other {# hulplijnen zijn}} al lang niet nagekeken. Kijk ze na in policies/helplines.yaml: {names}.',
  'start.language-off':
    'De taal {language} blijft uit: er ontbreken teksten. Typ `npm run policy` om te zien welke.',
} as const
