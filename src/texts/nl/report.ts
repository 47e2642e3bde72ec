export const report = {
  'report.name': 'Meld dit bericht',
  'report.title': 'Meld dit bericht',
  'report.reason.label': 'Wat is er aan de hand?',
  'report.reason.placeholder': 'Kies wat het best past',
  'report.reason.worried.option': 'Ik maak me zorgen om hem of haar',
  'report.reason.threat.option': 'Iemand bedreigt iemand',
  'report.reason.hate.option': 'Haat om wie iemand is',
  'report.reason.bullying.option': 'Iemand pest iemand',
  'report.reason.sexual.option': 'Iets seksueels dat niet oké is',
  'report.reason.grooming.option': 'Iemand vraagt rare dingen',
  'report.reason.personal-data.option': 'Iemands gegevens of foto’s staan hier',
  'report.reason.drugs.option': 'Drugs verkopen of aanbieden',
  'report.reason.spam.option': 'Spam of reclame',
  'report.reason.other.option': 'Iets anders',
  'report.words.label': 'Wil je er iets bij zeggen? (mag leeg)',
  'report.words.placeholder': 'Bijvoorbeeld: wat gebeurde er voor dit bericht?',
  'report.who-reads':
    'Jeugdwerkers en moderatoren kunnen dit lezen. We vertellen niet wie het meldde. Soms kan iemand het raden.',
  'report.thanks':
    'Bedankt om dit te melden. Een jeugdwerker kijkt ernaar. We vertellen niet wie het meldde.',
  'report.thanks-closed':
    'Bedankt om dit te melden. Nu is er niemand van ons. We zijn er weer {next}. Dan kijken we ernaar. Kan het niet wachten? Bel 106, dag en nacht. Gevaar? Bel 112.',
  'report.thanks-closed-no-next':
    'Bedankt om dit te melden. Nu is er niemand van ons. Later kijken we ernaar. Kan het niet wachten? Bel 106, dag en nacht. Gevaar? Bel 112.',
  'report.already': 'Je meldde dit bericht al. We zijn het niet vergeten.',
  'report.cannot.bot': 'Dit bericht is van een bot. Klopt er iets niet? Zeg het aan een jeugdwerker.',
  'report.cannot.staff': 'Berichten in een kanaal van het team kan je hier niet melden.',
  'report.cannot.too-old': 'Dit formulier stond te lang open. Meld het bericht opnieuw.',
  'report.cannot.own': 'Dit is je eigen bericht. Wil je erover praten? Typ /praat.',
  'report.form.open': 'Er is nu iemand van ons, tot {until}.',
  'report.form.closed':
    'Nu is er niemand van ons. We zijn er weer {next}. Kan het niet wachten? Bel 106. Gevaar? Bel 112.',
  'report.form.closed-no-next': 'Nu is er niemand van ons. Kan het niet wachten? Bel 106. Gevaar? Bel 112.',
  'report.reads.contact':
    'Dit gaat over iemand van het team. Alleen {name} leest het, niet het team. We vertellen niet wie het meldde. Soms kan iemand het raden.',
  'report.reads.choice':
    'Gaat het over iemand van het team? Kies dat hieronder. Dan leest alleen {name} het, niet het team.',
  'report.reads.choice-nobody':
    'Gaat het over iemand van het team? Niemand van ons staat daar los van. Kies het en je ziet bij wie je terechtkan. Typ dan niets.',
  'report.reads.outside':
    'Gaat het over {contactName} zelf of over de eigenaar van de server? Ga dan naar {name}: {contact}.',
  'report.about.label': 'Over wie gaat het?',
  'report.about.member.option': 'Over een lid, of niet zeker',
  'report.about.team.option': 'Over iemand van het team',
  'report.nobody':
    'Dit gaat over iemand van het team. Niemand van ons staat daar los van. Daarom sluiten we het hier af, met die reden. We bewaren niets van wat je schreef. {outside} Gevaar? Bel 112.',
  'report.outside': 'Ga naar {name}: {contact}.',
  'report.no-outside': 'Praat erover met iemand buiten dit huis: typ /praat.',
  'report.thanks.contact':
    'Bedankt om dit te melden. Alleen {name} leest dit, niet het team. We vertellen niet wie het meldde. Gevaar? Bel 112.',
  'report.thanks.follow': 'Je melding staat in /mijn-meldingen.',
  'report.too-many':
    'Je meldde net al veel. We zijn het niet vergeten. Probeer het over {minutes, plural, one {# minuut} other {# minuten}} opnieuw. Is iemand in gevaar of maak je je zorgen? Dat mag je altijd meteen melden.',
  'report.your-words': 'Dit had je geschreven:',
  'report.off':
    'Melden kan hier nog niet: dit huis is nog niet klaar om te volgen. Hulp nodig? Typ /praat. Gevaar? Bel 112.',
  'report.button.tell': 'Laat me weten als het klaar is',
  'report.tell.done':
    'Goed. Als het klaar is, stuurt de bot je één privébericht: “Er is nieuws”. Er staat niet in wat. Lukt dat niet, dan staat het in /mijn-meldingen.',
  'report.tell.off': 'Goed. De bot stuurt je daar niets over.',
  'report.news': 'Er is nieuws: /mijn-meldingen',
  'report.in-talk':
    'Dit is een privégesprek. Daarvan bewaren we nooit woorden: alleen de link en je reden. Praat er gerust over in het gesprek zelf.',
  'report.cannot.link':
    'Dit is geen link naar een bericht op deze server. Klik rechts op het bericht en kies “Berichtlink kopiëren”. Of laat de link leeg: dan gaat het over iets in dit kanaal.',
  'report.cannot.hidden':
    'Dat bericht is er niet, of jij kan het niet zien. Je kan ook /meld typen zonder link.',
  'report.cannot.look':
    'Het lukte niet om na te kijken van wie dit bericht is. Er is nog niets gemeld. Probeer het nog eens. Gevaar? Bel 112.',
  'meld.description': 'Meld een bericht of iets in dit kanaal. Alleen jij ziet het antwoord.',
  'meld.link.description': 'De link van het bericht. Laat leeg voor iets in dit kanaal.',
  'meld.title': 'Meld iets in dit kanaal',
  'mine.description': 'Je meldingen: volg ze of trek ze in. Zeg het als het nog niet goed gaat.',
  'mine.heading': 'Je meldingen',
  'mine.only-you': 'Alleen jij ziet dit. We zeggen nooit wat er met iemand anders gebeurde.',
  'mine.none':
    'Je hebt geen meldingen. Iets gezien dat niet oké is? Klik rechts op het bericht, kies Apps en dan *Meld dit bericht*. Of typ /meld.',
  'mine.more': 'Hier staan je {count} nieuwste meldingen.',
  'mine.state.received': 'Ontvangen.',
  'mine.state.closed': 'Afgesloten. Iemand van het team keek ernaar.',
  'mine.state.closed-contact': 'Afgesloten. De contactpersoon keek ernaar.',
  'mine.state.nobody': 'Afgesloten. Niemand van ons staat daar los van.',
  'mine.state.withdrawn': 'Door jou ingetrokken.',
  'mine.choose.placeholder': 'Kies een melding',
  'mine.button.withdraw': 'Trek in',
  'mine.button.again': 'Het gaat nog niet goed',
  'mine.button.untell': 'Laat het me niet weten',
  'mine.withdraw.closed':
    'Je melding is ingetrokken en afgesloten. Gaat het toch niet goed? Je mag altijd opnieuw melden.',
  'mine.withdraw.stays':
    'Je melding is ingetrokken. Wat je meldde kan toch nog bij het team blijven: bijvoorbeeld als iemand er al naar kijkt.',
  'mine.again.done': 'Bedankt om dat te zeggen. Iemand kijkt er opnieuw naar.',
  'mine.changed': 'Dit is intussen veranderd. Typ /mijn-meldingen opnieuw.',
  'mine.outside': 'Wil je niet wachten? Ga naar {name}: {contact}.',
} as const
