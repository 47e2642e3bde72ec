/**
 * What people read, in the Dutch of Flanders, B1 (domain §5.1). This file decides which keys exist; en.ts and fr.ts
 * follow it. Rules that are kept here: "ik" is the bot, "we" are the people; the bot is never a helper; nobody is
 * always there; Discord is never private.
 *
 * The end of a key says where the text stands, and so how long it may be (limits.ts): `.description` a command,
 * `.button.…` a button, `.placeholder` an empty field, `.label` and `.title` a form, `.option` and `.why` a choice.
 */
export const nl = {
  'language.nl': 'Nederlands',
  'language.en': 'Engels',
  'language.fr': 'Frans',
  'language.de': 'Duits',
  'language.button.nl': 'In het Nederlands',
  'language.button.en': 'In English',
  'language.button.fr': 'En français',

  'praat.description':
    'Wil je praten over iets moeilijks? Zie waar je terechtkan. Alleen jij ziet het antwoord.',
  'praat.start': 'Waarover wil je praten? Kies hieronder. Je hoeft niets te typen.',
  'praat.choose.placeholder': 'Kies een onderwerp',
  'praat.only-you': 'Alleen jij ziet dit antwoord. We houden niet bij wie dit vroeg.',
  'praat.intro': 'Fijn dat je wil praten. Op Discord kunnen we je gegevens niet beschermen.',
  'praat.jac':
    'De JAC-chat is daar wel voor gemaakt. Je praat er met een hulpverlener. Het is gratis en je hoeft je naam niet te zeggen. Voor 12 tot 25 jaar.',
  'praat.first': 'Begin hier',
  'praat.beside': 'Nu zeker open',
  'praat.others': 'Liever iemand anders?',
  'praat.phone': 'Bel {number}',
  'praat.chat': 'Chat: {url}',
  'praat.site': 'Site: {url}',
  'praat.open-now': 'Nu open, tot {until}.',
  'praat.open-always': 'Dag en nacht open.',
  'praat.opens-at': 'Nu dicht. Weer open: {moment}.',
  'praat.closed': 'Nu dicht.',
  'praat.hours-unknown': 'Kijk op de site wanneer er iemand is.',
  'praat.phone-hours-unknown': 'We weten niet wanneer er iemand opneemt.',
  'praat.speaks': 'In het {languages}.',
  'praat.no-line-in-your-language': 'Voor dit onderwerp kennen we geen lijn in het Nederlands.',
  'praat.no-chat-now': 'Om deze tijd is er geen Nederlandstalige chat open. Bellen kan wel.',
  'praat.with-us': 'Liever met ons? Spreek een jeugdwerker aan. Discord is niet privé.',
  'praat.danger': 'Is er nu gevaar? Bel 112.',
  'praat.button.other-subject': 'Een ander onderwerp',
  'praat.button.phone': 'Liever bellen',
  'praat.button.chat': 'Liever typen',
  'praat.subject-gone': 'Dit onderwerp bestaat niet meer. Typ /praat opnieuw.',

  'info.description': 'Alles over dit jeugdhuis: wie leest mee, de regels, de uren.',
  'info.heading': '{house}',
  'info.text': 'Wat wil je weten? Alleen jij ziet het antwoord.',
  'info.button.notice': 'Wie leest mee?',
  'info.button.rules': 'Regels',
  'info.button.hours': 'Openingsuren',
  'info.button.meldplicht': 'Wat moeten we doorgeven?',

  'notice.pinned.heading': 'Wie leest hier mee?',
  'notice.pinned.who':
    'Dit is de Discord van **{house}**. De jeugdwerkers hebben de rol {role}: dat zijn echte mensen. Ik, {bot}, ben een bot en geen hulpverlener.',
  'notice.pinned.reads.reports':
    'De bot leest niet mee. Als iemand een bericht meldt of een filter iets ziet, kijkt een mens ernaar. Stem hoor of bewaar ik niet.',
  'notice.pinned.reads.full':
    'De bot leest elk bericht in deze kanalen, dag en nacht, en toont wat opvalt aan een mens. Stem hoor of bewaar ik niet.',
  'notice.pinned.hours': 'We zijn er: {hours}. Buiten die uren is er niemand van ons om te antwoorden.',
  'notice.pinned.secret':
    'Discord is niet privé. Je mag ons alles vertellen, maar we kunnen niet alles geheim houden. {meldplicht}',
  'notice.pinned.elsewhere':
    'Liever praten op een veiligere plek? Typ /praat, of ga naar jac.be (12 tot 25 jaar). Awel: bel 102. Dag en nacht: bel 106, of 1813 als je aan zelfdoding denkt. Gevaar? Bel 112.',
  'notice.button.read-all': 'Alles lezen',
  'notice.full.heading': 'Wie zijn wij en wat mag je van ons verwachten?',
  'notice.full.who':
    'Dit is de Discord van {house}. De jeugdwerkers hebben de rol {role}. Dat zijn echte mensen. Ik, {bot}, ben een bot. Ik ben geen hulpverlener.',
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
    '**Wat leest de bot?** De bot leest elk bericht in deze kanalen, dag en nacht, en toont wat opvalt aan een mens.',
  'notice.full.voice': 'In een spraakkanaal luistert de bot niet mee. Er wordt niets opgenomen door de bot.',
  'notice.full.decides':
    'De bot beslist niet over jou. Dat doet een mens. We maken geen lijsten van personen en zoeken niet in andere groepen.',
  'notice.full.report':
    '**Iets gezien dat niet oké is?** Klik rechts op het bericht, kies Apps en dan *Meld dit bericht*. We vertellen niet wie het meldde. Soms kan iemand het raden.',
  'notice.full.contact': '**Klacht of vraag over ons?** {name}, {contact}.',
  'notice.full.danger': '**In gevaar? Bel 112. Politie: 101.**',
  'notice.full.version': 'Versie {version}.',

  'meldplicht.description': 'Wat kunnen we geheim houden, en wat niet?',
  'meldplicht.heading': 'Kan het geheim blijven?',
  'meldplicht.short':
    'Je mag ons alles vertellen. Soms kunnen we het niet voor onszelf houden: als iemand in gevaar is, of bij iets dat strafbaar is. Dan halen we hulp. We zeggen het je eerst, als dat veilig kan. We vinden dan niet goed wat er gebeurd is. Maar jij blijft welkom.',

  'hours.description': 'Wanneer is er iemand van ons?',
  'hours.heading': 'Openingsuren',
  'hours.open-now': 'We zijn er nu, tot {until}.',
  'hours.closed-now': 'Nu is er niemand van ons. We zijn er weer {next}.',
  'hours.closed-no-next': 'Nu is er niemand van ons. We weten nog niet wanneer we weer open zijn.',
  'hours.day': '{days} {spans}',
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
  'rules.a-person-decides': 'Een mens beslist, niet de bot. Niet akkoord? Praat met een jeugdwerker.',

  'report.name': 'Meld dit bericht',
  'report.title': 'Meld dit bericht',
  'report.reason.label': 'Wat is er aan de hand?',
  'report.reason.placeholder': 'Kies wat het best past',
  'report.reason.worried.option': 'Ik maak me zorgen om hem of haar',
  'report.reason.threat.option': 'Iemand wordt bedreigd',
  'report.reason.hate.option': 'Haat om wie iemand is',
  'report.reason.bullying.option': 'Iemand wordt gepest',
  'report.reason.sexual.option': 'Iets seksueels dat niet oké is',
  'report.reason.grooming.option': 'Iemand vraagt rare dingen',
  'report.reason.personal-data.option': 'Iemands gegevens of foto’s staan hier',
  'report.reason.drugs.option': 'Drugs verkopen of aanbieden',
  'report.reason.spam.option': 'Spam of reclame',
  'report.reason.other.option': 'Iets anders',
  'report.words.label': 'Wil je er iets bij zeggen? (mag leeg)',
  'report.words.placeholder': 'Bijvoorbeeld: wat gebeurde er voor dit bericht?',
  'report.who-reads':
    'Een jeugdwerker kijkt ernaar. We vertellen niet wie het meldde. Soms kan iemand het raden.',
  'report.thanks':
    'Bedankt om dit te melden. Een jeugdwerker kijkt ernaar. We vertellen niet wie het meldde.',
  'report.thanks-closed':
    'Bedankt om dit te melden. Nu is er niemand van ons. We zijn er weer {next}. Dan kijken we ernaar. Kan het niet wachten? Bel 106, dag en nacht. Gevaar? Bel 112.',
  'report.thanks-closed-no-next':
    'Bedankt om dit te melden. Nu is er niemand van ons. Zodra we er zijn, kijken we ernaar. Kan het niet wachten? Bel 106, dag en nacht. Gevaar? Bel 112.',
  'report.already': 'Je meldde dit bericht al. We zijn het niet vergeten.',
  'report.cannot.bot': 'Dit bericht is van een bot. Klopt er iets niet? Zeg het aan een jeugdwerker.',
  'report.cannot.staff': 'Berichten in een kanaal van het team kan je hier niet melden.',
  'report.cannot.too-old': 'Dit formulier stond te lang open. Meld het bericht opnieuw.',
  'report.cannot.own': 'Dit is je eigen bericht. Wil je erover praten? Typ /praat.',

  'category.hate': 'haat',
  'category.threat': 'bedreiging',
  'category.harassment': 'pesten of schelden',
  'category.distress': 'zorg om de schrijver',
  'category.sexual': 'iets seksueels',
  'category.grooming': 'iemand vraagt rare dingen',
  'category.personal-data': 'persoonlijke gegevens',
  'category.recruitment': 'ronselen',
  'category.drugs': 'drugs',
  'category.spam': 'spam',
  'kind.conduct': 'gedrag',
  'kind.worry': 'zorg om de schrijver',
  'kind.harm': 'schade aan iemand anders',

  'queue.description': 'De wachtrij: berichten waar een mens naar moet kijken.',
  'queue.heading': 'Wachtrij',
  'queue.empty': 'De wachtrij is leeg.',
  'queue.count': '{count, plural, one {# bericht} other {# berichten}} te bekijken',
  'queue.more': 'En nog {count}.',
  'queue.line': '{level} · {category} · {channel} · {age} · {state}',
  'queue.digest':
    '{count, plural, one {# nieuw bericht} other {# nieuwe berichten}} in de wachtrij. Typ /wachtrij.',
  'queue.card.heading': '{level}: {category}',
  'queue.card.where': 'Kanaal: {channel}',
  'queue.card.writer': 'Geschreven door: {writer}',
  'queue.card.why': 'Waarom: {why}',
  'queue.card.reporters': '{count, plural, one {# persoon meldde dit} other {# personen meldden dit}}',
  'queue.card.reasons': 'Reden van de melding: {reasons}',
  'queue.card.age': 'Sinds {age}',
  'queue.card.seen-late': 'Laat gezien: de bot las dit bericht pas later.',
  'queue.card.message-gone': 'Het bericht staat niet meer op Discord.',
  'queue.card.acute': 'Is er nu gevaar? Bel zelf 112 of 101. De bot belt niet.',
  'queue.source.screening': 'Gevonden door een regel',
  'queue.source.report': 'Gemeld door een lid',
  'queue.source.automod': 'Gezien door een filter van Discord',
  'queue.age.now': 'nu net',
  'queue.age.minutes': '{count, plural, one {# minuut} other {# minuten}}',
  'queue.age.hours': '{count} uur',
  'queue.age.days': '{count, plural, one {# dag} other {# dagen}}',
  'queue.level.groen': 'groen',
  'queue.level.geel': 'geel',
  'queue.level.rood': 'rood',
  'queue.level.acuut': 'acuut',
  'queue.level.groen.why': 'Een regel is overtreden. Er is geen zorg.',
  'queue.level.geel.why': 'Een zorg, of een lichte grens. Praat erover, dezelfde dag.',
  'queue.level.rood.why': 'Ernstig. Binnen het uur, met een tweede erbij.',
  'queue.level.acuut.why': 'Nu gevaar. Bel zelf 112 of 101.',
  'queue.state.open': 'Nog van niemand',
  'queue.state.claimed': 'Opgenomen door {owner}',
  'queue.state.awaiting-second': 'Wacht op een tweede persoon',
  'queue.state.closed': 'Afgesloten: {outcome}',
  'queue.state.closed-by': 'Afgesloten door {owner}: {outcome}',
  'queue.button.claim': 'Neem op',
  'queue.button.release': 'Geef vrij',
  'queue.button.show': 'Toon',
  'queue.button.decide': 'Beslis',
  'queue.button.confirm': 'Bevestig',
  'queue.button.message': 'Naar het bericht',
  'queue.decide.text': 'Wat heb je gedaan? Kies één uitkomst.',
  'queue.decide.placeholder': 'Kies een uitkomst',
  'queue.decide.done': 'Genoteerd: {outcome}.',
  'queue.level.placeholder': 'Verander het niveau',
  'queue.level.done': 'Het niveau is nu {level}.',
  'queue.outcome.no-problem.option': 'Geen probleem',
  'queue.outcome.no-problem.why': 'Er is niets aan de hand. Bij rood en acuut kijkt eerst een tweede mee.',
  'queue.outcome.talked.option': 'Gepraat',
  'queue.outcome.talked.why': 'Je sprak met de jongere. Dat is meestal de beste stap.',
  'queue.outcome.reminded.option': 'Herinnerd aan de afspraken',
  'queue.outcome.reminded.why': 'Je wees op de afspraken van dit kanaal.',
  'queue.outcome.removed.option': 'Bericht weggehaald',
  'queue.outcome.removed.why': 'Het bericht mag hier niet blijven staan.',
  'queue.outcome.put-back.option': 'Teruggezet',
  'queue.outcome.put-back.why': 'Het bericht was tegengehouden en mag er toch staan.',
  'queue.outcome.referred.option': 'Doorverwezen',
  'queue.outcome.referred.why': 'Je wees de weg naar hulp, samen met de jongere.',
  'queue.outcome.made-safe.option': 'Veilig gemaakt',
  'queue.outcome.made-safe.why':
    'Je nam een maatregel: pauze, weg uit de server of ban. Een tweede kijkt na.',
  'queue.outcome.passed-on.option': 'Doorgegeven',
  'queue.outcome.passed-on.why': 'Je gaf het door: 112 of 101, of de meldplicht. Wacht hier niet mee.',
  'queue.awaiting-second':
    'Dit vraagt een tweede persoon. {first} stelde voor: {outcome}. Bevestig, of beslis anders.',
  'queue.refusal.already-claimed': '{owner} heeft dit al opgenomen.',
  'queue.refusal.closed': 'Dit is al afgesloten.',
  'queue.refusal.not-owner': 'Iemand anders heeft dit opgenomen. Neem het eerst zelf op.',
  'queue.refusal.own-flag': 'Dit gaat over een bericht van jou. Een collega beslist.',
  'queue.refusal.own-report': 'Jij meldde dit bericht. Een collega beslist.',
  'queue.refusal.stale': 'Dit is intussen veranderd. De kaart is nu bijgewerkt: kijk opnieuw.',
  'queue.refusal.outcome-not-allowed': 'Deze uitkomst past niet bij dit bericht. Kies een andere.',
  'queue.refusal.same-person': 'Jij stelde dit voor. Een tweede persoon moet het bevestigen.',
  'queue.refusal.not-staff': 'Dit kan alleen iemand van het team.',
  'queue.refusal.gone': 'Dit staat niet meer in de wachtrij.',
  'queue.show.heading': 'Toon: alleen jij ziet dit. Dit is genoteerd.',
  'queue.show.words-gone': 'De tekst is gewist. De bewaartijd is voorbij.',
  'queue.show.no-words': 'De bot heeft geen tekst van dit bericht. Kijk op Discord zelf.',
  'queue.show.report-words': 'Wie meldde, schreef erbij:',

  'channel.offer':
    'Wil je met iemand praten? Typ /praat: alleen jij ziet het antwoord. Bellen kan dag en nacht: 106 of 1813. Gevaar? Bel 112.',
  'channel.reminder':
    'Even een herinnering voor iedereen: we houden het hier fijn voor elkaar. De afspraken staan in /regels.',
  'channel.closed':
    'We zijn dicht. We zijn er weer {next}. Nu iemand nodig? Bel 106 of 1813, dag en nacht. Liever typen? /praat toont welke chat open is. Gevaar? Bel 112.',

  'error.bug':
    'Er ging iets mis bij ons. Probeer het nog eens. Lukt het niet? Geef deze code aan een jeugdwerker: {id}.',
  'error.not-allowed': 'Dit kan alleen iemand van het team.',
  'error.outside-house': 'Dit werkt alleen op de Discord van een jeugdhuis.',
  'error.not-ready':
    'De bot is nog aan het opstarten. Probeer het over een minuut opnieuw. Hulp nodig? Bel 106, dag en nacht. Gevaar? Bel 112.',
  'error.unknown-button': 'Deze knop werkt niet meer. Typ het commando opnieuw.',

  'start.ready': '{bot} werkt in {house}.',
  'start.reading.reports': 'Manier van lezen: alleen meldingen en filters.',
  'start.reading.full': 'Manier van lezen: elk bericht. Dat staat ook in de mededeling.',
  'start.missing-permission':
    'In {channel} mist de bot een recht: {permission}. Geef dat recht in de instellingen van het kanaal.',
  'start.channel-missing':
    'Het kanaal {channel} staat in policies/house.yaml, maar bestaat niet op deze server.',
  'start.role-missing': 'De rol {role} staat in policies/house.yaml, maar bestaat niet op deze server.',
  'start.content-missing':
    'De bot mag geen berichten lezen (Message Content staat uit). Zet die aan bij Discord, of kies `reports` in policies/house.yaml.',
  'start.safe-mode':
    'De afspraken in policies/ hebben {count, plural, one {# fout} other {# fouten}}. De bot werkt verder met de laatste goede versie. Typ `npm run policy` om te zien wat er mis is.',
  'start.stale-helplines':
    '{count, plural, one {# hulplijn is} other {# hulplijnen zijn}} al lang niet nagekeken. Kijk ze na in policies/helplines.yaml: {names}.',
  'start.language-off': 'De taal {language} blijft uit: er ontbreken teksten in policies/.',
} as const
