/** What the lessons of the page say. */
export const texts = {
  title: 'Lessen',
  note: 'Een les speelt jongeren die niet bestaan. Jullie doen wat jullie in het echt zouden doen. Er zijn geen punten, en niets ervan blijft bewaard.',
  together: 'Oefen met meer mensen: open voor elk van jullie een venster (kies een naam onderaan links).',
  none: 'In de map lessons van jullie afspraken staat nog geen les.',
  asks: 'Nodig',
  when: 'Speelt',
  now: 'nu, of bij de volgende opening',
  takes: 'Duurt',
  minutes: (count: number) => `ongeveer ${count} minuten`,
  played: 'al gespeeld',
  start: 'Begin',
  again: 'Speel opnieuw',
  named: (act: string, title: string) => `${act}: ${title}`,
  starting: 'De les wordt klaargezet…',
  broken: 'Dit bestand klopt niet',

  playing: 'De les loopt. Er wordt iets gezegd…',
  waits: 'De les wacht op jullie',
  next: 'Verder',
  nextNote: 'Gaat dit vanzelf niet verder, of zijn jullie klaar? Druk op Verder.',
  stop: 'Stop de les',
  stopping: 'De les wordt opgeruimd…',
  finish: 'Klaar: ruim de les op',
  finishNote: 'Dan gaat weg wat in deze les gezegd is, en kies je een andere.',
  notPlayed: 'Dit kon niet gespeeld worden',

  after: 'De les is gespeeld',
  afterNote:
    'Hier staat naast elkaar wat het huis noteerde en wat jullie afspraken. Anders is niet fout: misschien was er een goede reden, of is de afspraak aan verandering toe. Praat erover.',
  done: 'Wat er gebeurde',
  nothingDone: 'Het huis noteerde niets.',
  agreements: 'Wat jullie afspraken',
  talkAbout: 'Om samen over te praten',
  seen: {
    done: 'Zoals afgesproken',
    otherwise: 'Anders dan afgesproken',
    'not-seen': 'Niet gezien',
  },
  why: 'Waarom',
  source: (source: string) => `Bron: ${source}`,
  print: 'Druk af',
  bar: (title: string) => `Les: ${title}`,
  open: 'Open de les',
} as const

const MINUTE = 60

/** A moment in a lesson, counted from its start: "na 4 min", "na 2 u 5 min". */
export function afterStart(seconds: number): string {
  if (seconds < MINUTE) return 'meteen'
  const minutes = Math.round(seconds / MINUTE)
  if (minutes < MINUTE) return `na ${minutes} min`
  const rest = minutes % MINUTE
  return `na ${Math.floor(minutes / MINUTE)} u${rest === 0 ? '' : ` ${rest} min`}`
}
