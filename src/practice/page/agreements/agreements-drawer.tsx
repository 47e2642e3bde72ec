import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { AgreementsView, ChangedMessage, PreviewView } from '../../agreements/view.ts'
import { useStore } from '../slots.ts'
import { texts } from './texts.ts'

/** So many of a kind are shown; a rule that finds everything needs no list of everything. */
const MOST = 20

/** The files of the house beside what the bot works with: what would change, and the button that lets it. */
export function AgreementsDrawer(): JSX.Element | null {
  const store = useStore()
  const busy = useSignal(false)
  const view = store.agreements.value
  if (view === undefined) return null
  const act = async (what: 'apply' | 'refresh'): Promise<void> => {
    if (busy.value) return
    busy.value = true
    await store.attempt({ do: 'agreements', act: what })
    busy.value = false
  }
  return (
    <div class="agreements">
      <p class="small">{texts.folder(view.folder, view.running)}</p>
      <p role="status">
        <strong>{busy.value ? texts.applying : stateOf(view)}</strong>
      </p>
      {view.problems !== undefined && (
        <ul class="agreements-problems">
          {view.problems.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {view.preview !== undefined && <Preview preview={view.preview} />}
      <p class="beside-acts">
        {view.state === 'changed' && (
          <button
            type="button"
            class="beside-act beside-main"
            aria-disabled={busy.value}
            onClick={() => void act('apply')}
          >
            {texts.apply}
          </button>
        )}
        <button
          type="button"
          class="beside-act"
          aria-disabled={busy.value}
          onClick={() => void act('refresh')}
        >
          {texts.refresh}
        </button>
      </p>
    </div>
  )
}

function stateOf({ state, files }: AgreementsView): string {
  return state === 'changed' ? texts.changed(files) : texts[state]
}

function Preview({ preview }: { readonly preview: PreviewView }): JSX.Element {
  const { messages, said, examples, newlyFlagged, noLongerFlagged, otherLevel, also } = preview
  return (
    <>
      <section class="beside-part">
        <h3>{texts.newly(newlyFlagged.length, messages)}</h3>
        <p class="small">{texts.made(said, examples)}</p>
        <Changes changes={newlyFlagged} />
      </section>
      {noLongerFlagged.length > 0 && (
        <section class="beside-part">
          <h3>{texts.noLonger(noLongerFlagged.length)}</h3>
          <Changes changes={noLongerFlagged} />
        </section>
      )}
      {otherLevel.length > 0 && (
        <section class="beside-part">
          <h3>{texts.otherwise(otherLevel.length)}</h3>
          <Changes changes={otherLevel} />
        </section>
      )}
      <section class="beside-part">
        <h3>{texts.also}</h3>
        {also.length === 0 ? (
          <p>{texts.nothingElse}</p>
        ) : (
          <ul>
            {also.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function Changes({ changes }: { readonly changes: readonly ChangedMessage[] }): JSX.Element | null {
  if (changes.length === 0) return null
  return (
    <ul class="agreements-changes">
      {changes.slice(0, MOST).map((one, n) => (
        <li key={one.message ?? n}>
          <span class="small">{one.from === 'example' ? texts.example : (one.channel ?? '')}</span>
          <blockquote>{one.words ?? texts.hidden}</blockquote>
          <dl>
            <dt>{texts.before}</dt>
            <dd>{one.before}</dd>
            <dt>{texts.after}</dt>
            <dd>{one.after}</dd>
          </dl>
        </li>
      ))}
      {changes.length > MOST && <li>{texts.more(changes.length - MOST)}</li>}
    </ul>
  )
}
