/** `/huis opzet` and `/huis status`: what whoever sets the house up reads. */
export const setup = {
  'setup.description': 'Stel de bot stap voor stap in.',
  'setup.status.description': 'Kijk na of alles goed staat, en wat je nog moet doen.',
  'setup.heading': '**De bot opzetten** · stap {number} van {of}: **{step}**',
  'setup.nothing-yet': 'Er verandert pas iets als je op het einde bevestigt.',
  'setup.resumed': 'Je gaat verder waar deze opzet stopte.',
  'setup.begin': 'Typ **/huis opzet**: dan stel je de bot stap voor stap in.',
  'setup.conflict':
    'Iemand anders koos net ook iets, of jij in een ander venster. Jouw laatste keuze is niet bewaard. Zo staat het nu:',
  'setup.gone':
    'Deze opzet is er niet meer: iemand bevestigde ze of gooide ze weg. Typ /huis opzet om opnieuw te beginnen.',
  'setup.later':
    'Alles is bewaard, een maand lang. Typ /huis opzet om verder te gaan. Aan de bot is niets veranderd.',
  'setup.dropped': 'Deze opzet is weggegooid. Aan de bot is niets veranderd.',
  'setup.owner-only':
    'Dit huis is al ingesteld, maar de rol van de jeugdwerkers is weg. Alleen de eigenaar of een beheerder van de server kan dat nu herstellen.',
  'setup.button.next': 'Verder',
  'setup.button.back': 'Terug',
  'setup.button.later': 'Later verder',
  'setup.button.drop': 'Gooi weg',
  'setup.button.names': 'Vul de namen in',
  'setup.button.signed': 'Wie keek de tekst na?',
  'setup.button.make': 'Maak wat ontbreekt',
  'setup.button.contact': 'Vul namen en adressen in',
  'setup.button.decided': 'Wie besliste dit?',
  'setup.button.hours': 'Typ de uren',
  'setup.button.region': 'Vul een postcode in',
  'setup.button.region-none': 'Geen postcode',
  'setup.button.confirm': 'Bevestig',
  'setup.button.confirm-notice': 'Bevestig, ook de nieuwe mededeling',
  'setup.button.notice-old': 'Hele tekst nu',
  'setup.button.notice-new': 'Hele nieuwe tekst',
  'setup.button.test': 'Zet een testmelding klaar',
  'setup.button.status': 'Kijk alles na',

  'setup.step.language': 'Taal',
  'setup.step.organisation': 'Wie jullie zijn',
  'setup.step.roles': 'Rollen',
  'setup.step.channels': 'Kanalen',
  'setup.step.alarm': 'Wie het hoort',
  'setup.step.contact': 'Klachten over het team',
  'setup.step.reading': 'Meelezen',
  'setup.step.hours': 'Openingsuren',
  'setup.step.retention': 'Bewaren',
  'setup.step.region': 'Waar jullie zijn',
  'setup.step.summary': 'Nakijken en bevestigen',

  'setup.about.language':
    'In welke taal spreekt de bot? Hij antwoordt in de taal van het huis. Voor de andere talen komt er een knop onder het antwoord.',
  'setup.about.organisation':
    'Wat voor organisatie zijn jullie? Daarvan hangt af wat de bot zegt over wat jullie moeten doorgeven. Laat die tekst nakijken door jullie bestuur, jurist of API, en vul in wie dat deed.',
  'setup.about.roles':
    'Wie is het team? Kies de rollen van jullie server.\n1. **Jeugdwerkers**: doen alles met de bot, ook instellen.\n2. **Moderatoren**: volwassenen die meldingen bekijken en beslissen.\n3. **Vrijwilligers**, en moderatoren onder 18: zien wat gaat over gedrag. Nooit een zorg om iemand, of schade aan iemand. Mag leeg blijven.',
  'setup.about.channels':
    'Kies kanalen die er zijn, of laat de bot de privékanalen maken.\n1. **Mededeling**: wie er meeleest. Iedereen ziet dit kanaal.\n2. **Wachtrij**: berichten die een mens moet bekijken. Alleen het team ziet dit.\n3. **Alarm van Discord** (mag leeg): wat de filters van Discord zien. Alleen de bot ziet dit.\n4. **Gesprekken** (mag leeg): daaronder staan privégesprekken. Iedereen ziet dit kanaal, niemand schrijft er.',
  'setup.about.alarm':
    'Wie hoort het als niemand een melding opneemt? Beide mogen leeg blijven.\n1. **Achterwacht**: als wie van dienst is, niet kijkt. Of als niemand zijn dienst begint.\n2. **Oproep**: bij een acute melding als jullie dicht zijn.',
  'setup.about.contact':
    'Bij wie kan iemand terecht met iets over het team? Zo’n melding komt nooit in de wachtrij. Ze gaat naar deze persoon, in een privébericht. Kies liefst iemand buiten het team.\n1. **Integriteitspersoon** op Discord (mag leeg).\n2. **Verantwoordelijke** van het huis op Discord (mag leeg).',
  'setup.about.reading':
    '**Alleen meldingen**: de bot leest niets zelf. Een mens krijgt te zien wat iemand meldt. Zo begint een echt huis.\n**Alles**: de bot leest elk bericht in de kanalen, dag en nacht, en vlagt wat een mens moet bekijken. Dat is een beslissing van jullie huis. Daarbij horen een naam en een dag, en de mededeling zegt het.',
  'setup.about.hours':
    'Wanneer is er iemand van het team? De klok van een melding loopt alleen in deze uren.',
  'setup.about.retention':
    'Hoe lang bewaart de bot iets? Korter is beter voor iedereen.\n1. De woorden van een melding die nog **open** is: 1 tot 366 dagen.\n2. De woorden van een melding die **gesloten** is: 1 tot 366 dagen.\n3. **Wie wat deed**, zonder woorden: 30 tot 1830 dagen.',
  'setup.about.region':
    'In welke gemeente is jullie huis? Met de postcode kan /praat een plek in de buurt noemen. Dat hoeft niet.',
  'setup.about.summary': 'Kijk alles nog eens na.',

  'setup.language.placeholder': 'De taal van het huis',
  'setup.languages.placeholder': 'Welke talen nog?',
  'setup.language.off':
    'Voor {language} ontbreken nog teksten van jullie. Die taal blijft uit tot ze er zijn.',
  'setup.kind.placeholder': 'Wat zijn jullie?',
  'setup.kind.ambtenaar.option': 'Stad of gemeente',
  'setup.kind.ambtenaar.why': 'Wie er werkt, is ambtenaar.',
  'setup.kind.vzw.option': 'Vzw',
  'setup.kind.vzw.why': 'Een jeugdhuis of een andere vereniging.',
  'setup.kind.zorg.option': 'Zorg',
  'setup.kind.zorg.why': 'Hulpverleners, zoals een JAC of een CLB.',
  'setup.organisation.now':
    'Huis: **{house}**\nOrganisatie: **{organisation}**\nNagekeken door **{by}** op {on}',
  'setup.organisation.says': 'Dit staat dan in de mededeling:\n> {meldplicht}',
  'setup.unknown': 'nog niet ingevuld',
  'setup.names.title': 'Hoe heten jullie?',
  'setup.names.house.label': 'Het huis, zoals jongeren het kennen',
  'setup.names.organisation.label': 'De organisatie',
  'setup.signed.title': 'Wie keek de tekst na?',
  'setup.decided.title': 'Wie besliste om alles te lezen?',
  'setup.by.label': 'Naam',
  'setup.on.label': 'Welke dag? Leeg is vandaag',
  'setup.on.placeholder': '24/11/2026',
  'setup.on.wrong':
    'Die dag is niet duidelijk, of ligt in de toekomst: {typed}. Schrijf bijvoorbeeld 24/11/2026.',
  'setup.too-long': 'Dat is te lang of leeg. Probeer het opnieuw.',

  'setup.youthWorker.placeholder': '1. De rol van de jeugdwerkers',
  'setup.moderator.placeholder': '2. De rol van de moderatoren',
  'setup.volunteer.placeholder': '3. De rol van de vrijwilligers',
  'setup.backUp.placeholder': '1. De rol van de achterwacht',
  'setup.onCall.placeholder': '2. De rol voor oproepen buiten de uren',
  'setup.role.refused':
    'Die rol kan niet. Kies een rol die jullie zelf geven, niet die van iedereen of van een app.',
  'setup.role.not-mentionable':
    'Niemand hoort het zo. Zet op Discord bij de rol {role} aan dat iedereen ze mag vermelden.',
  'setup.role.volunteers-see':
    'De rol {role} ziet {channel}. Daar staan kaarten met een naam erop. Neem die rol daar het recht Kanaal bekijken af.',
  'setup.notice.placeholder': '1. Kanaal voor de mededeling',
  'setup.queue.placeholder': '2. Kanaal voor de wachtrij',
  'setup.automodAlerts.placeholder': '3. Kanaal voor het alarm van Discord',
  'setup.talks.placeholder': '4. Kanaal voor gesprekken',
  'setup.queue.open':
    'Iedereen kan {channel} zien. Daar komen berichten van jongeren: maak het kanaal privé.',
  'setup.alerts.seen': 'Ook anderen zien {channel}. Daar staan namen en woorden: alleen de bot mag het zien.',
  'setup.talks.hidden': 'Niet iedereen ziet {channel}. Een jongere moet het kunnen zien om te praten.',
  'setup.lacks': 'In {channel} mist de bot: **{permissions}**. Dat is nodig {purpose}.',
  'setup.lacks.server': 'De bot mist op de server: **{permissions}**. Dat is nodig {purpose}.',
  'setup.purpose.notice': 'om de mededeling te plaatsen en vast te zetten',
  'setup.purpose.queue': 'om de kaarten van de wachtrij te plaatsen',
  'setup.purpose.closing': 'om te zeggen dat jullie dicht zijn',
  'setup.purpose.talks': 'om privégesprekken te openen en te sluiten',
  'setup.purpose.alerts': 'om te lezen wat Discord zag, en het weg te halen',
  'setup.purpose.filters': 'om de filters van Discord in te stellen',
  'setup.purpose.make': 'om kanalen te maken',
  'setup.permission.ViewChannel': 'Kanaal bekijken',
  'setup.permission.SendMessages': 'Berichten versturen',
  'setup.permission.SendMessagesInThreads': 'Berichten versturen in threads',
  'setup.permission.EmbedLinks': 'Links insluiten',
  'setup.permission.ReadMessageHistory': 'Berichtgeschiedenis lezen',
  'setup.permission.PinMessages': 'Berichten vastzetten',
  'setup.permission.CreatePrivateThreads': 'Privéthreads maken',
  'setup.permission.ManageThreads': 'Threads beheren',
  'setup.permission.ManageMessages': 'Berichten beheren',
  'setup.permission.ManageChannels': 'Kanalen beheren',
  'setup.permission.ManageGuild': 'Server beheren',
  'setup.permission.ManageRoles': 'Rollen beheren',
  'setup.make.roles':
    'Kies eerst de rollen, een stap terug. Anders weet de bot niet wie de wachtrij mag zien.',
  'setup.make.nothing': 'Er ontbreekt geen privékanaal.',
  'setup.make.done': 'De bot maakte {channels}. Je mag ze op Discord een andere naam of plaats geven.',
  'setup.make.busy':
    'De bot maakt de kanalen. Druk zo dadelijk nog eens op de knop: er komt nooit een tweede.',
  'setup.make.refused':
    'Discord liet de bot geen kanaal maken. Kijk na of hij het recht Kanalen beheren heeft.',
  'setup.made.queue': 'wachtrij',
  'setup.made.automodAlerts': 'alarm-van-discord',
  'setup.made.talks': 'praten-met-ons',
  'setup.made.queue.topic': 'Berichten die iemand van het team moet bekijken.',
  'setup.made.automodAlerts.topic': 'Wat de filters van Discord zien. Alleen voor de bot.',
  'setup.made.talks.topic': 'Wil je met iemand van het team praten? Typ /praat.',

  'setup.integrity.placeholder': '1. De integriteitspersoon',
  'setup.responsible.placeholder': '2. De verantwoordelijke',
  'setup.contact.now':
    'Integriteitspersoon: **{name}** ({contact})\nBuiten het huis: **{outside}**\nVerantwoordelijke: **{responsible}**',
  'setup.contact.accept':
    '{person} schrijft de bot na het bevestigen zelf een privébericht, of typt hier /integriteit, en zegt ja. Pas dan schrijft de bot naar die persoon.',
  'setup.contact.nobody':
    'Zonder iemand op Discord zegt de bot eerlijk dat niemand hier zo’n melding apart kan lezen. Dan toont hij alleen het adres.',
  'setup.contact.team':
    '{person} hoort bij het team of is eigenaar van de server. Kies liever iemand daarbuiten.',
  'setup.contact.bot': 'Dat is een app. Kies een mens.',
  'setup.contact.none': 'niemand',
  'setup.contact.title': 'Namen en adressen',
  'setup.contact.name.label': 'Naam van de integriteitspersoon',
  'setup.contact.address.label': 'Hoe bereik je die? Mail of telefoon',
  'setup.contact.outside.label': 'Iemand buiten het huis (mag leeg)',
  'setup.contact.outside-address.label': 'Hoe bereik je die?',
  'setup.contact.responsible.label': 'Verantwoordelijke van het huis (mag leeg)',

  'setup.reading.placeholder': 'Hoe leest de bot mee?',
  'setup.reading.reports.option': 'Alleen meldingen',
  'setup.reading.reports.why': 'De bot leest niets zelf.',
  'setup.reading.full.option': 'Alles',
  'setup.reading.full.why': 'De bot leest elk bericht, dag en nacht.',
  'setup.reading.now': 'Gekozen: **{way}**',
  'setup.reading.decided': 'Beslist door **{by}** op {on}',
  'setup.reading.no-intent':
    'Daarvoor moet “Message Content Intent” aan staan (Developer Portal, bij Bot). Daarna moet de bot opnieuw starten. Tot dan blijft het bij meldingen.',

  'setup.hours.now': 'Zo staat het nu:\n```\n{hours}\n```',
  'setup.hours.closed': 'gesloten',
  'setup.hours.title': 'Openingsuren',
  'setup.hours.label': 'Een regel per dag',
  'setup.hours.placeholder': 'woensdag 14-18, 19-21.30',
  'setup.hours.wrong.day':
    'In deze regel staat geen dag die de bot kent: `{line}`. Schrijf bijvoorbeeld: woensdag 14-18',
  'setup.hours.wrong.time':
    'In deze regel zijn de uren niet duidelijk: `{line}`. Schrijf bijvoorbeeld: woensdag 14-18, 19-21.30',
  'setup.hours.wrong.overlap': 'Deze uren lopen door elkaar: `{line}`. Maak er één stuk van.',
  'setup.hours.wrong.many': 'Op één dag kunnen hoogstens vier stukken: `{line}`.',
  'setup.hours.kept': 'Wat je typte, staat nog in het formulier. Druk opnieuw op de knop.',
  'setup.holidays.placeholder': 'Op feestdagen',
  'setup.holidays.open.option': 'Open op feestdagen',
  'setup.holidays.closed.option': 'Gesloten op feestdagen',

  'setup.retention.openFlagDays.option': 'Open: {days, plural, one {# dag} other {# dagen}}',
  'setup.retention.closedFlagDays.option': 'Gesloten: {days, plural, one {# dag} other {# dagen}}',
  'setup.retention.auditIdsDays.option': 'Wie wat deed: {days, plural, one {# dag} other {# dagen}}',
  'setup.retention.now': '{open} dagen open, {closed} dagen gesloten, {audit} dagen wie wat deed',

  'setup.region.now': 'Postcode: **{region}**',
  'setup.region.none': 'Geen postcode.',
  'setup.region.title': 'Waar is jullie huis?',
  'setup.region.label': 'Postcode van vier cijfers',
  'setup.region.wrong': 'Een postcode heeft vier cijfers, zoals 9000.',

  'setup.summary.missing': 'Dit ontbreekt nog:',
  'setup.summary.at': '{gap} (stap {number})',
  'setup.summary.ready': 'Alles is ingevuld.',
  'setup.summary.problem': 'Dit kan zo niet: {problem}',
  'setup.summary.more': '… en nog {count} dingen. Typ daarna /huis status.',
  'setup.gap.name': 'de naam van jullie huis',
  'setup.gap.organisation': 'de naam van jullie organisatie',
  'setup.gap.signed': 'wie de tekst over doorgeven nakeek, en wanneer',
  'setup.gap.notice': 'een kanaal voor de mededeling',
  'setup.gap.queue': 'een kanaal voor de wachtrij',
  'setup.gap.channels-same': 'een kanaal dat voor twee dingen dient: kies er twee',
  'setup.gap.youth-worker': 'de rol van de jeugdwerkers',
  'setup.gap.moderator': 'de rol van de moderatoren',
  'setup.gap.roles-same': 'een eigen rol voor de vrijwilligers',
  'setup.gap.contact': 'naam en adres van de integriteitspersoon',
  'setup.gap.decided': 'hoe de bot meeleest, en bij “alles” wie dat besliste',
  'setup.gap.hours': 'minstens één openingsuur',
  'setup.notice.changes': 'De mededeling verandert. Hieronder staan de oude en de nieuwe tekst.',
  'setup.notice.again': 'Ze krijgt een nieuwe versie. Iedereen wordt gevraagd om ze opnieuw te lezen.',
  'setup.notice.quiet': 'Niemand hoeft ze opnieuw te lezen.',
  'setup.notice.same': 'De mededeling blijft dezelfde.',
  'setup.notice.old': 'De mededeling nu',
  'setup.notice.new': 'De nieuwe mededeling',
  'setup.news.kind': 'Wat we moeten doorgeven, is veranderd.',
  'setup.news.reading.full': 'De bot leest nu elk bericht mee.',
  'setup.news.reading.reports': 'De bot leest nu niets meer zelf.',
  'setup.news.signed': 'De tekst is opnieuw nagekeken.',

  'setup.stale':
    'Iemand anders veranderde intussen de instellingen. Er is niets bewaard. Kijk alles nog eens na.',
  'setup.done': '**Klaar.** De bot werkt nu zo.',
  'setup.done.next': 'Zet nu samen met het team een testmelding klaar. Zo ziet iedereen of het werkt.',
  'setup.test.name': 'Test van de opzet',
  'setup.test.words':
    'Dit is een test. Niemand schreef dit. Wie van het team dit ziet: neem het op, en sluit het.',
  'setup.test.done':
    'De testmelding komt in {channel}. Vraag iedereen van het team of die ze ziet. Ze is gemerkt als oefening, telt niet mee en verdwijnt vanzelf.',
  'setup.test.cannot':
    'Dat kan nog niet: er is geen kanaal voor de wachtrij, of er staan al te veel oefeningen.',

  'setup.status.heading': 'Hoe de bot er hier voor staat',
  'setup.status.well': 'Alles staat goed.',
  'setup.status.channel': 'Er is geen kanaal voor {use}: {name}. Kies het in /huis opzet.',
  'setup.status.use.queue': 'de wachtrij',
  'setup.status.use.notice': 'de mededeling',
  'setup.status.use.closing': 'de zin bij het sluiten',
  'setup.status.role': 'De rol {name} is er niet. Kies een rol in /huis opzet.',
  'setup.status.hours': 'Er zijn geen openingsuren. Vul ze in met /huis opzet.',
  'setup.status.reporting-off': 'Melden en “Liever met ons” staan uit tot dit in orde is.',
  'setup.status.talks-off': '“Liever met ons” staat uit: er is geen kanaal voor. Kies het in /huis opzet.',
  'setup.status.talks-gone': 'Het kanaal voor gesprekken is er niet meer. Kies een ander in /huis opzet.',
  'setup.status.alerts.not-chosen': 'Er is geen kanaal voor het alarm van Discord. Dat hoeft niet.',
  'setup.status.alerts.missing': 'Het kanaal voor het alarm van Discord is er niet. Kies het in /huis opzet.',
  'setup.status.reads.full': 'De bot leest elk bericht mee.',
  'setup.status.reads.reports': 'De bot leest niets zelf: een mens ziet wat iemand meldt.',
  'setup.status.reads.not-told':
    'De bot leest nog niets: de mededeling staat nergens. Kijk de kanalen na in /huis opzet.',
  'setup.status.reads.no-intent':
    'Jullie kozen “alles”, maar de bot krijgt van Discord geen tekst. Zet “Message Content Intent” aan en start de bot opnieuw.',
  'setup.status.version': 'Afspraken: versie {version}. Mededeling: versie {notice}.',
  'setup.status.set': 'Ingesteld op Discord: {set}. De rest komt uit de map met afspraken.',
  'setup.status.folder': 'Alles komt uit de map met afspraken. Met /huis opzet stel je het hier in.',
  'setup.status.problem': 'Wat op Discord ingesteld is, past niet meer bij de map met afspraken: {problem}',
  'setup.status.draft': 'Er staat een opzet klaar die niet bevestigd is (stap {number}). Typ /huis opzet.',
  'setup.status.caught-up': 'De bot heeft niets te goed. Hij was er het laatst {when}.',
  'setup.status.behind':
    'De bot was weg en moet nog nakijken in {count, plural, one {# kanaal} other {# kanalen}}. Dat gaat vanzelf.',
  'setup.status.contact.accepted': 'De integriteitspersoon zei ja: meldingen over het team gaan naar {name}.',
  'setup.status.contact.waiting':
    '{person} zei nog geen ja. Vraag die persoon om de bot een privébericht te sturen, of hier /integriteit te typen.',
  'setup.status.contact.none':
    'Niemand hier kan een melding over het team apart lezen. Kies een integriteitspersoon in /huis opzet.',
  'setup.status.readers':
    '{count, plural, one {# persoon las} other {# personen lazen}} deze versie van de mededeling. {earlier} lazen alleen een vroegere.',
  'setup.status.example': 'Dit komt nog uit het voorbeeld: {what}. Vul het in met /huis opzet of in de map.',
} as const
