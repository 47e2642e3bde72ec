import { useState } from 'preact/hooks'
import { useStore } from '../slots.ts'
import { Menu } from './menu.tsx'
import { itemsFor, type Question } from './message-menu.tsx'
import { DeleteDialog, EmojiDialog } from './message-questions.tsx'
import { texts } from './texts.ts'

/** The menu on a message, wherever it was asked for, and what it asks further. */
export function MessageMenuLayer() {
  const store = useStore()
  const [question, setQuestion] = useState<Question>()
  const wish = store.menu.value
  const away = (): void => setQuestion(undefined)
  return (
    <>
      {wish !== undefined && (
        <Menu
          key={`${wish.shown.message.id} ${wish.x} ${wish.y}`}
          label={texts.messageMenu}
          items={itemsFor(store, wish, setQuestion)}
          anchor={wish}
          side="below"
          opener={wish.from instanceof HTMLButtonElement ? wish.from : undefined}
          onClose={(giveBack) => {
            store.menu.value = undefined
            if (giveBack) wish.from.focus({ preventScroll: true })
          }}
        />
      )}
      {question?.ask === 'emoji' && <EmojiDialog shown={question.shown} onAway={away} />}
      {question?.ask === 'delete' && <DeleteDialog shown={question.shown} onAway={away} />}
    </>
  )
}
