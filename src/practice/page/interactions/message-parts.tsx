import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { PictureIcon } from '../icons.tsx'
import { Markdown } from '../markdown/markdown.tsx'
import type { ShownMessage } from '../talk.ts'
import { useStore } from '../slots.ts'
import { BotButton } from './bot-button.tsx'
import { BotSelect } from './bot-select.tsx'
import { handsOf } from './hands.ts'
import {
  type ButtonPart,
  type InsidePart,
  type MessagePart,
  partsOf,
  type SelectPart,
  type ThumbnailPart,
} from './parts.ts'
import { texts } from './texts.ts'

/** What the parts of one message share: how they are used, and whether one of them waits for the bot. */
interface Use {
  readonly waiting: string | undefined
  readonly press: (button: ButtonPart) => void
  readonly choose: (select: SelectPart, values: readonly string[]) => void
}

/** The buttons, menus and further components of a message, as the bot sent them. */
export function MessageParts({ shown }: { readonly shown: ShownMessage }) {
  const store = useStore()
  const hands = handsOf(store)
  const { message } = shown
  const box = useRef<HTMLDivElement>(null)
  const hadFocus = useRef(false)
  const unanswered = hands.unanswered.value.get(message.id)
  const parts = partsOf(message)

  // A press may take its own button away ("Neem op" becomes "Geef vrij"): who uses the keyboard stays where they were.
  useLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return
    box.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus({ preventScroll: true })
  })
  if (parts.length === 0 && unanswered === undefined) return null
  const use: Use = {
    waiting: hands.using.value.get(message.id),
    press({ custom_id, url }) {
      if (url !== undefined) hands.link.value = url
      else if (custom_id !== undefined) void hands.use(message.id, custom_id)
    },
    choose: ({ custom_id }, values) => void hands.use(message.id, custom_id, values),
  }
  return (
    <div
      ref={box}
      class="parts"
      onFocusIn={() => void (hadFocus.current = true)}
      onFocusOut={(event) => {
        // Without anybody taking it over, the focus is lost with the element that had it.
        if (event.relatedTarget !== null) hadFocus.current = false
      }}
    >
      {parts.map((part, at) => (
        <MessagePartView key={at} part={part} use={use} />
      ))}
      {unanswered !== undefined && (
        <p role="alert" class="part-unanswered">
          {unanswered}
        </p>
      )}
    </div>
  )
}

function MessagePartView({ part, use }: { readonly part: MessagePart; readonly use: Use }) {
  if (part.type !== 17) return <InsideView part={part} use={use} />
  const { accent_color: accent, spoiler, components } = part
  return (
    <Covered covered={spoiler === true}>
      <div
        class="part-container"
        style={accent == null ? {} : { borderInlineStartColor: `#${accent.toString(16).padStart(6, '0')}` }}
      >
        {components.map((one, at) => (
          <InsideView key={at} part={one} use={use} />
        ))}
      </div>
    </Covered>
  )
}

function InsideView({ part, use }: { readonly part: InsidePart; readonly use: Use }) {
  switch (part.type) {
    case 1:
      return (
        <div class="part-row">
          {part.components.map((one) => (
            <Usable key={'custom_id' in one ? one.custom_id : one.url} part={one} use={use} />
          ))}
        </div>
      )
    case 9:
      return (
        <div class="part-section">
          <div class="part-section-words">
            {part.components.map((one, at) => (
              <Markdown key={at} text={one.content} />
            ))}
          </div>
          {part.accessory.type === 2 ? (
            <Usable part={part.accessory} use={use} />
          ) : (
            <Picture picture={part.accessory} />
          )}
        </div>
      )
    case 10:
      return <Markdown text={part.content} />
    case 12:
      return (
        <div class="part-gallery">
          {part.items.map((item, at) => (
            <Picture key={at} picture={item} />
          ))}
        </div>
      )
    case 13:
      return (
        <Covered covered={part.spoiler === true}>
          <p class="part-file">{texts.file(fileName(part.file.url))}</p>
        </Covered>
      )
    case 14: {
      const size = part.spacing === 2 ? 'part-space-large' : 'part-space-small'
      return part.divider === false ? <div class={size} /> : <hr class={size} />
    }
  }
}

function Usable({ part, use }: { readonly part: ButtonPart | SelectPart; readonly use: Use }) {
  const waits = part.custom_id !== undefined && use.waiting === part.custom_id
  const blocked = use.waiting !== undefined
  if (part.type === 2) {
    return <BotButton part={part} waits={waits} blocked={blocked} onPress={() => use.press(part)} />
  }
  return (
    <BotSelect part={part} waits={waits} blocked={blocked} onChoose={(values) => use.choose(part, values)} />
  )
}

const fileName = (url: string): string =>
  url
    .replace(/^attachment:\/\//, '')
    .split('/')
    .at(-1) ?? url

/** Where a picture would be. The page fetches nothing from elsewhere, so only its words are there. */
function Picture({ picture }: { readonly picture: Omit<ThumbnailPart, 'type'> }) {
  return (
    <Covered covered={picture.spoiler === true}>
      <div
        class="part-picture"
        role="img"
        aria-label={texts.picture(picture.description ?? undefined)}
        title={texts.pictureNotHere}
      >
        <PictureIcon />
        <span class="part-picture-words" aria-hidden="true">
          {picture.description ?? texts.pictureNotHere}
        </span>
      </div>
    </Covered>
  )
}

/** Hidden until somebody chooses to see it. */
function Covered({ covered, children }: { readonly covered: boolean; readonly children: ComponentChildren }) {
  const [open, setOpen] = useState(false)
  if (!covered || open) return <>{children}</>
  return (
    <button type="button" class="part-covered" onClick={() => setOpen(true)}>
      {texts.spoiler}
    </button>
  )
}
