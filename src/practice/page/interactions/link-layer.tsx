import { useEffect, useId, useRef } from 'preact/hooks'
import { useStore } from '../slots.ts'
import { Dialog } from './dialog.tsx'
import { handsOf } from './hands.ts'
import { linkTarget } from './links.ts'
import { texts } from './texts.ts'

/** What happens on a link button: a place in the house is gone to; an address outside it is shown before anybody goes. */
export function LinkLayer() {
  const store = useStore()
  const { link } = handsOf(store)
  const id = useId()
  const stay = useRef<HTMLButtonElement>(null)
  const address = link.value
  const target = address === undefined ? undefined : linkTarget(address)
  const away = (): void => void (link.value = undefined)

  useEffect(() => {
    if (target === undefined || target.to === 'site') return
    away()
    if (target.to === 'nowhere') return store.toasts.show(texts.notALink)
    if (store.house.value?.channels.some((one) => one.id === target.channel) !== true) {
      return store.toasts.show(texts.otherPlace)
    }
    store.go(target.channel)
    if (target.message !== undefined) store.jump(target.message)
  }, [address])

  if (target?.to !== 'site') return null
  return (
    <Dialog labelledBy={id} describedBy={`${id}-where`} first={stay} onAway={away}>
      <h2 id={id}>{texts.leaving}</h2>
      <p id={`${id}-where`}>
        {texts.leavingTo} <span class="link-address">{target.url}</span>
      </p>
      <div class="dialog-foot">
        <button ref={stay} type="button" class="bot-button bot-secondary" onClick={away}>
          {texts.stayHere}
        </button>
        <a
          class="bot-button bot-primary"
          href={target.url}
          target="_blank"
          rel="noopener noreferrer"
          onClick={away}
        >
          {texts.goThere}
        </a>
      </div>
    </Dialog>
  )
}
