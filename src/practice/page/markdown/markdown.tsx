import { useMemo, useState } from 'preact/hooks'
import type { ComponentChildren, JSX } from 'preact'
import { roleColour } from '../people.ts'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'
import { dark } from '../theme.ts'
import { styledTime } from '../times.ts'
import { readBlocks } from './blocks.ts'
import type { Block } from './blocks.ts'
import { readInline } from './inline.ts'
import type { Inline } from './inline.ts'
import { plainText } from './plain-text.ts'

/** Text as Discord shows it. Every part is an element of its own: nothing that a person wrote is read as HTML. */
export function Markdown({ text }: { readonly text: string }): JSX.Element {
  const blocks = useMemo(() => readBlocks(text), [text])
  return <div class="markdown">{blocks.map(drawBlock)}</div>
}

/** One line of it: for titles, and where a message is quoted short. */
export function MarkdownLine({ text }: { readonly text: string }): JSX.Element {
  const parts = useMemo(() => readInline(text), [text])
  return <>{parts.map(drawInline)}</>
}

/** One line without anything to press, for in a button. */
export function PlainLine({ text }: { readonly text: string }): JSX.Element {
  const { house } = useStore()
  const parts = useMemo(() => readInline(text), [text])
  return <>{plainText(parts, house.value)}</>
}

function drawBlock(block: Block, key: number): JSX.Element {
  switch (block.t) {
    case 'paragraph':
      return <p key={key}>{block.inside.map(drawInline)}</p>
    case 'subtext':
      return (
        <p key={key} class="subtext">
          {block.inside.map(drawInline)}
        </p>
      )
    case 'heading':
      // Looks as on Discord; its rank stays below the headings of the page itself.
      return (
        <div key={key} role="heading" aria-level={block.level + 3} class={`heading-${block.level}`}>
          {block.inside.map(drawInline)}
        </div>
      )
    case 'quote':
      return <discord-quote key={key}>{block.inside.map(drawBlock)}</discord-quote>
    case 'fence':
      return (
        <pre key={key} tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'list': {
      const items = block.items.map((item, n) => <li key={n}>{item.map(drawBlock)}</li>)
      return block.start === undefined ? (
        <ul key={key}>{items}</ul>
      ) : (
        <ol key={key} start={block.start}>
          {items}
        </ol>
      )
    }
  }
}

function drawInline(part: Inline, key: number): ComponentChildren {
  switch (part.t) {
    case 'text':
      return part.text
    case 'code':
      return <code key={key}>{part.text}</code>
    case 'bold':
      return <strong key={key}>{part.inside.map(drawInline)}</strong>
    case 'italic':
      return <em key={key}>{part.inside.map(drawInline)}</em>
    case 'underline':
      return <u key={key}>{part.inside.map(drawInline)}</u>
    case 'strike':
      return <s key={key}>{part.inside.map(drawInline)}</s>
    case 'spoiler':
      return <Spoiler key={key}>{part.inside.map(drawInline)}</Spoiler>
    case 'link':
      return (
        <a key={key} href={part.url} target="_blank" rel="noopener noreferrer nofollow">
          {part.inside.map(drawInline)}
        </a>
      )
    case 'user':
    case 'role':
    case 'channel':
      return <Mention key={key} kind={part.t} id={part.id} />
    case 'command':
      return <Command key={key} name={part.name} />
    case 'time':
      return <Moment key={key} seconds={part.seconds} style={part.style} />
    case 'emoji':
      return `:${part.name}:`
    case 'everyone':
      return (
        <discord-mention key={key} type="user">
          {part.name.slice(1)}
        </discord-mention>
      )
  }
}

function Spoiler({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const [open, setOpen] = useState(false)
  if (open) return <span class="spoiler open">{children}</span>
  return (
    <button type="button" class="spoiler" aria-label={texts.spoiler} onClick={() => setOpen(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  )
}

function Mention({
  kind,
  id,
}: {
  readonly kind: 'user' | 'role' | 'channel'
  readonly id: string
}): JSX.Element {
  const store = useStore()
  const house = store.house.value
  if (kind === 'user') {
    const member = house?.members.find((one) => one.id === id)
    return <discord-mention type="user">{member?.displayName ?? texts.unknown}</discord-mention>
  }
  if (kind === 'role') {
    const role = house?.roles.find((one) => one.id === id)
    const color = role === undefined || role.color === 0 ? undefined : roleColour(role, dark.value)
    return (
      <discord-mention key={color ?? ''} type="role" color={color}>
        {role?.name ?? texts.unknown}
      </discord-mention>
    )
  }
  const channel = house?.channels.find((one) => one.id === id)
  if (channel === undefined) return <discord-mention type="channel">{texts.noAccess}</discord-mention>
  return (
    <button type="button" class="mention" onClick={() => store.go(channel.id)}>
      <discord-mention type={channel.type === 11 || channel.type === 12 ? 'thread' : 'channel'}>
        {channel.name}
      </discord-mention>
    </button>
  )
}

function Command({ name }: { readonly name: string }): JSX.Element {
  const store = useStore()
  return (
    <button type="button" class="mention" onClick={() => (store.insert.value = `/${name} `)}>
      <discord-mention type="slash">{name}</discord-mention>
    </button>
  )
}

function Moment({ seconds, style }: { readonly seconds: number; readonly style: string }): JSX.Element {
  const { time } = useStore()
  const at = seconds * 1_000
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return <>{`<t:${seconds}>`}</>
  return (
    <time class="moment" dateTime={new Date(at).toISOString()} title={styledTime(at, 'F', time.now.value)}>
      {styledTime(at, style, time.now.value)}
    </time>
  )
}
