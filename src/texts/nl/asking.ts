/** While somebody asks the bot something: what it takes to answer, and what is proposed while they type. */
export const asking = {
  'progress.longer': 'Dit duurt langer dan gewoonlijk. Blijf nog even: het antwoord komt hier.',
  'progress.form': 'Discord was te traag om het formulier te tonen. Druk op de knop, dan komt het.',
  'progress.button.form': 'Toon het formulier',

  // Choices while somebody types: chosen, they get a kind answer.
  'complete.not-allowed.option': 'Dit commando is voor het team. Typ /info: daar staat wat jij kan doen.',
  'complete.not-ready.option': 'De bot is nog niet klaar. Wacht even en typ dan opnieuw.',
  'complete.failed.option': 'Voorstellen lukt nu niet. Typ het zelf, of probeer het straks opnieuw.',
  'complete.none-fits.option': 'Niets gevonden met wat je typte. Maak het korter, of maak het vak leeg.',
  'complete.no-flags.option': 'De wachtrij is leeg. Plak de link van een bericht, of wacht op een melding.',
  'complete.link.option': 'Het bericht waar deze link heen gaat',
  'complete.no-day.option': 'Geen dag gevonden. Typ een weekdag, een maand, of een datum als 2026-12-24.',
} as const
