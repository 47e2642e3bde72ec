import type { JSX } from 'preact'
import type { LessonCard } from '../../lessons/view.ts'
import type { LessonActs } from './lessons-drawer.tsx'
import { texts } from './texts.ts'

/** The lessons that can be played, with what each needs. */
export function Shelf({
  cards,
  acts,
}: {
  readonly cards: readonly LessonCard[]
  readonly acts: LessonActs
}): JSX.Element {
  return (
    <>
      <p class="beside-note">{texts.note}</p>
      <p class="beside-note">{texts.together}</p>
      {cards.length === 0 && <p>{texts.none}</p>}
      <ul class="lesson-shelf" aria-busy={acts.busy}>
        {cards.map((card) => (
          <li key={card.id} class="beside-part">
            {card.problems === undefined ? (
              <Card card={card} acts={acts} />
            ) : (
              <Broken file={card.title} problems={card.problems} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Card({ card, acts }: { readonly card: LessonCard; readonly acts: LessonActs }): JSX.Element {
  const { id, title, intro, asks, minutes, at, done } = card
  return (
    <>
      <h3>
        {title} {done && <span class="lesson-mark">{texts.played}</span>}
      </h3>
      <p>{intro}</p>
      <dl class="lesson-facts small">
        <dt>{texts.asks}</dt>
        <dd>{asks}</dd>
        <dt>{texts.when}</dt>
        <dd>{at ?? texts.now}</dd>
        <dt>{texts.takes}</dt>
        <dd>{texts.minutes(minutes)}</dd>
      </dl>
      <p class="beside-acts">
        <button
          type="button"
          class="beside-act beside-main"
          aria-label={texts.named(done ? texts.again : texts.start, title)}
          aria-disabled={acts.busy}
          onClick={() => acts.start(id)}
        >
          {done ? texts.again : texts.start}
        </button>
      </p>
    </>
  )
}

function Broken({
  file,
  problems,
}: {
  readonly file: string
  readonly problems: readonly string[]
}): JSX.Element {
  return (
    <>
      <h3>{file}</h3>
      <p>{texts.broken}</p>
      <ul>
        {problems.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  )
}
