import type { Parts } from './parts.ts'
import type { News } from './protocol.ts'
import type { Window } from './window.ts'

/** News of what stands beside the house: its clock, the lessons, the agreements in the folder. */
export interface BesideNews {
  /** What a window must know when it opens. */
  greet(window: Window): void
  /** Looks whether the clock was moved, or time alone changed what it says: a house that opens or closes. */
  look(): void
  stop(): void
}

/** Milliseconds by which a window's clock may be wrong before it is set again. */
const NOTICEABLE = 1_000

/** Tells every window of these parts when they change; of those that are there. */
export function tellBeside(
  parts: Parts,
  windows: () => Iterable<Window>,
  realNow: () => number = Date.now,
): BesideNews {
  const { clock, lessons, agreements } = parts
  const clockNews = (): readonly News[] => (clock === undefined ? [] : [{ t: 'clock', clock: clock.view() }])
  const lessonNews = (): readonly News[] => {
    if (lessons === undefined) return []
    const now = lessons.now()
    return [{ t: 'lessons', cards: lessons.cards(), ...(now === undefined ? {} : { now }) }]
  }
  // Which words stand in it depends on who looks.
  const agreementNews = (window: Window): readonly News[] =>
    agreements === undefined ? [] : [{ t: 'agreements', agreements: agreements.view(window.eyes.userId) }]
  const tellAll = (news: (window: Window) => readonly News[]): void => {
    for (const window of windows()) for (const one of news(window)) window.tell(one)
  }

  /** What a window cannot know by letting its own clock run: what the clock says, and how far it stands from the real time. */
  const standing = (): { readonly says: string; readonly ahead: number } => {
    const view = clock?.view()
    return view === undefined
      ? { says: '', ahead: 0 }
      : { says: `${view.open} ${view.says}`, ahead: Date.parse(view.now) - realNow() }
  }
  let told = standing()
  const stops = [
    lessons?.onChange(() => tellAll(lessonNews)),
    agreements?.onChange(() => tellAll(agreementNews)),
  ]

  return {
    greet(window) {
      for (const one of [...clockNews(), ...lessonNews(), ...agreementNews(window)]) window.tell(one)
    },
    look() {
      const now = standing()
      if (now.says === told.says && Math.abs(now.ahead - told.ahead) < NOTICEABLE) return
      told = now
      tellAll(clockNews)
    },
    stop() {
      for (const stop of stops) stop?.()
    },
  }
}
