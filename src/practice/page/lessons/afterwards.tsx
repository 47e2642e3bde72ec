import type { JSX } from 'preact'
import type { LessonView } from '../../lessons/view.ts'
import type { LessonActs } from './lessons-drawer.tsx'
import { afterStart, texts } from './texts.ts'

type Compared = NonNullable<LessonView['agreements']>[number]

/** Side by side: what the house recorded, and what its agreements say. Then what to talk about. */
export function Afterwards({
  lesson,
  acts,
}: {
  readonly lesson: LessonView
  readonly acts: LessonActs
}): JSX.Element {
  const { id, title, done, agreements = [], talkAbout = [], notPlayed = [] } = lesson
  return (
    <div class="lesson-after">
      <h3 class="lesson-title">{title}</h3>
      <p>
        <strong>{texts.after}.</strong> {texts.afterNote}
      </p>
      <div class="lesson-columns">
        <section class="beside-part" aria-label={texts.done}>
          <h3>{texts.done}</h3>
          {done.length === 0 ? (
            <p>{texts.nothingDone}</p>
          ) : (
            <ol class="lesson-steps">
              {done.map(({ who, what, afterSeconds }, n) => (
                <li key={n}>
                  <span class="small">{afterStart(afterSeconds)}</span> {who} {what}.
                </li>
              ))}
            </ol>
          )}
          {notPlayed.length > 0 && (
            <>
              <p class="small">{texts.notPlayed}:</p>
              <ul class="small">
                {notPlayed.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          )}
        </section>
        <section class="beside-part" aria-label={texts.agreements}>
          <h3>{texts.agreements}</h3>
          <ul class="lesson-agreements">
            {agreements.map((one) => (
              <Agreed key={one.agreement.says} compared={one} />
            ))}
          </ul>
        </section>
      </div>
      <section class="beside-part" aria-label={texts.talkAbout}>
        <h3>{texts.talkAbout}</h3>
        <ul>
          {talkAbout.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
      <p class="beside-acts lesson-acts">
        <button
          type="button"
          class="beside-act beside-main"
          aria-disabled={acts.busy}
          onClick={() => acts.stop()}
        >
          {texts.finish}
        </button>
        <button type="button" class="beside-act" aria-disabled={acts.busy} onClick={() => acts.start(id)}>
          {texts.again}
        </button>
        <button type="button" class="beside-act" onClick={() => print()}>
          {texts.print}
        </button>
      </p>
      <p class="beside-note lesson-acts">{texts.finishNote}</p>
    </div>
  )
}

function Agreed({ compared }: { readonly compared: Compared }): JSX.Element {
  const { agreement, seen, recorded } = compared
  return (
    <li class={`lesson-agreement lesson-${seen}`}>
      <p>{agreement.says}</p>
      <p class="small">
        <strong>{texts.seen[seen]}</strong>
        {recorded === undefined ? '' : `, ${recorded}`}.
      </p>
      <details>
        <summary class="small">{texts.why}</summary>
        <p class="small">
          {agreement.why} {texts.source(agreement.source)}.
        </p>
      </details>
    </li>
  )
}
