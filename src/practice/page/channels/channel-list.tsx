import { useComputed } from '@preact/signals'
import type { ComponentType, JSX } from 'preact'
import type { ChannelView, HouseView } from '../../web/protocol.ts'
import { AtIcon, ForumIcon, HashIcon, LockIcon, ThreadIcon } from '../icons.tsx'
import { useRoving } from '../roving.ts'
import type { Roving } from '../roving.ts'
import { useStore } from '../slots.ts'
import { NEW_DM } from '../store.ts'
import { texts } from '../texts.ts'
import { placeOf } from '../who.ts'
import { directTalks, isPrivateThread, isThread, treeOf } from './tree.ts'

/** The channels that this person sees, with their threads, and the talk with the bot. */
export function ChannelList({ onGo }: { readonly onGo: () => void }): JSX.Element | null {
  const store = useStore()
  const house = store.house.value
  const here = store.here.value
  const sections = useComputed(() => treeOf(store.house.value?.channels ?? [], store.here.value))
  const direct = directTalks(house?.channels ?? [])
  const ids = [
    ...sections.value.flatMap(({ branches }) =>
      branches.flatMap(({ channel, threads }) => [channel.id, ...threads.map((one) => one.id)]),
    ),
    ...(direct.length === 0 ? [NEW_DM] : direct.map((one) => one.id)),
  ]
  const roving = useRoving(ids, here)
  if (house === undefined) return null
  const link = { roving, onGo, house }
  return (
    <nav class="channels" aria-label={texts.channels} onKeyDown={roving.onKeyDown}>
      {sections.value.map(({ category, branches }) => (
        <section key={category?.id ?? ''} aria-label={category?.name ?? texts.channels}>
          {category !== undefined && <h2 class="category">{category.name}</h2>}
          <ul>
            {branches.map(({ channel, threads }) => (
              <li key={channel.id}>
                <ChannelLink {...link} channel={channel} />
                {threads.length > 0 && (
                  <ul class="threads">
                    {threads.map((thread) => (
                      <li key={thread.id}>
                        <ChannelLink {...link} channel={thread} />
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section aria-label={texts.privateMessages}>
        <h2 class="category">{texts.privateMessages}</h2>
        <ul>
          {direct.length === 0 ? (
            <li>
              <Link {...link} id={NEW_DM} name={house.bot.name} icon={AtIcon} kind={undefined} />
            </li>
          ) : (
            direct.map((channel) => (
              <li key={channel.id}>
                <Link {...link} id={channel.id} name={house.bot.name} icon={AtIcon} kind={undefined} />
              </li>
            ))
          )}
        </ul>
      </section>
    </nav>
  )
}

interface LinkWishes {
  readonly roving: Roving
  readonly onGo: () => void
  readonly house: HouseView
}

function ChannelLink({ channel, ...link }: LinkWishes & { readonly channel: ChannelView }): JSX.Element {
  return <Link {...link} id={channel.id} name={channel.name} icon={iconOf(channel)} kind={kindOf(channel)} />
}

export function iconOf(channel: ChannelView): ComponentType {
  if (channel.type === 15) return ForumIcon
  if (isPrivateThread(channel)) return LockIcon
  return isThread(channel) ? ThreadIcon : channel.private === true ? LockIcon : HashIcon
}

function kindOf(channel: ChannelView): string | undefined {
  const sleeps = channel.archived === true ? `, ${texts.archived}` : ''
  if (isPrivateThread(channel)) return texts.privateThread + sleeps
  if (isThread(channel)) return texts.thread + sleeps
  return channel.private === true ? texts.privateChannel : undefined
}

function Link({
  id,
  name,
  icon: Icon,
  kind,
  roving,
  onGo,
}: LinkWishes & {
  readonly id: string
  readonly name: string
  readonly icon: ComponentType
  readonly kind: string | undefined
}): JSX.Element {
  const store = useStore()
  const current = store.here.value === id
  const named = current ? undefined : store.reading.unread.value.get(id)
  const unread = named !== undefined
  const label = [
    name,
    kind,
    unread ? texts.unread : undefined,
    unread && named > 0 ? texts.named(named) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
  const go = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    store.go(id)
    onGo()
  }
  return (
    <a
      class={`channel${unread ? ' unread' : ''}`}
      href={placeOf(store.me.value?.name ?? store.who ?? '', id === NEW_DM ? undefined : id)}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      data-roving
      data-channel={name}
      tabIndex={roving.tabIndex(id)}
      onFocus={() => roving.onFocus(id)}
      onClick={go}
    >
      <Icon />
      <span class="channel-name">{name}</span>
      {unread && named > 0 && <span class="badge">{named}</span>}
    </a>
  )
}
