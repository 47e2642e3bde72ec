import { MoreIcon, ReplyIcon } from '../icons.tsx'
import { shownUser } from '../people.ts'
import { useStore } from '../slots.ts'
import type { ShownMessage } from '../talk.ts'
import { actsOn } from './message-menu.tsx'
import { texts } from './texts.ts'

/** What is done most with a message, and the way to all the rest: at its corner, for who points at it or has the focus. */
export function MessageTools({ shown }: { readonly shown: ShownMessage }) {
  const store = useStore()
  const { message } = shown
  const can = actsOn(store, shown)
  const name = shownUser(store.house.value, message.author).name
  return (
    <div class="message-tools">
      {can.reply && (
        <button
          type="button"
          class="tool"
          aria-label={`${texts.reply}: ${name}`}
          title={texts.reply}
          onClick={() => void (store.replyingTo.value = shown)}
        >
          <ReplyIcon />
        </button>
      )}
      <button
        type="button"
        class="tool"
        aria-label={texts.moreOf(name)}
        title={texts.messageMenu}
        aria-haspopup="menu"
        aria-expanded={store.menu.value?.shown.message.id === message.id}
        onClick={(event) => {
          const from = event.currentTarget
          const { left, bottom } = from.getBoundingClientRect()
          const isOpen = store.menu.value?.from === from
          store.menu.value = isOpen ? undefined : { shown, x: left, y: bottom, from }
        }}
      >
        <MoreIcon />
      </button>
    </div>
  )
}
