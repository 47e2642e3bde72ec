import { batch, computed, signal } from '@preact/signals'
import type { APIMessage } from 'discord-api-types/v10'
import type { AgreementsView } from '../agreements/view.ts'
import type { LessonCard, LessonView } from '../lessons/view.ts'
import type { ClockView, HouseView, News } from '../web/protocol.ts'
import { createAnnouncer } from './announcer.ts'
import { createHouseTime } from './house-time.ts'
import { openLine } from './line.ts'
import type { LineState } from './line.ts'
import { createReading } from './reading.ts'
import type { MenuWish, Store } from './store-shape.ts'
import { createTalk, renewed, withMessages, withoutMessage } from './talk.ts'
import type { ShownMessage, Talk } from './talk.ts'
import { createToasts } from './toasts.ts'
import { createTyping } from './typing.ts'
import { texts } from './texts.ts'
import { placeOf } from './who.ts'

export type { MenuWish, Store } from './store-shape.ts'

/** Where one writes to the bot before there is a talk with it. */
export const NEW_DM = 'dm'

/** How far back one is brought to a message; further is faster by hand. */
const MOST_PAGES = 20

/** Opens a window as somebody. `channel` is where it starts, if that person sees it. */
export function createStore(who: string | undefined, startIn: string | undefined): Store {
  const connection = signal<LineState>('connecting')
  const house = signal<HouseView | undefined>(undefined)
  const here = signal<string | undefined>(undefined)
  const clock = signal<ClockView | undefined>(undefined)
  const lessons = signal<{ readonly cards: readonly LessonCard[]; readonly now?: LessonView }>({ cards: [] })
  const agreements = signal<AgreementsView | undefined>(undefined)
  const replyingTo = signal<ShownMessage | undefined>(undefined)
  const editing = signal<ShownMessage | undefined>(undefined)
  const insert = signal<string | undefined>(undefined)
  const jumpTo = signal<string | undefined>(undefined)
  const menu = signal<MenuWish | undefined>(undefined)
  const chosen = signal<ShownMessage | undefined>(undefined)
  const panel = signal<string | undefined>(undefined)
  const announcer = createAnnouncer()
  const toasts = createToasts()
  const time = createHouseTime(clock)
  const talks = new Map<string, Talk>()
  const loads = new Map<string, Promise<void>>()
  const me = computed(() => house.value?.members.find((member) => member.id === house.value?.me))
  const channel = computed(() => house.value?.channels.find((one) => one.id === here.value))
  const reading = createReading(who)

  const talk = (id: string): Talk => {
    const known = talks.get(id)
    if (known !== undefined) return known
    const fresh = createTalk()
    talks.set(id, fresh)
    return fresh
  }
  const typing = createTyping(talk)

  function onHouse(next: HouseView): void {
    const first = house.value === undefined
    batch(() => {
      house.value = next
      reading.sees(next.channels)
      const open = here.value
      if (first) go(next.channels.some((one) => one.id === startIn) ? startIn : firstOf(next))
      else if (open === NEW_DM) {
        const dm = next.channels.find((one) => one.type === 1)
        if (dm !== undefined) go(dm.id)
      } else if (open !== undefined && !next.channels.some((one) => one.id === open)) go(firstOf(next))
    })
  }

  function onMessage(message: APIMessage, fresh: boolean, onlyForYou: boolean): void {
    const at = talk(message.channel_id)
    const known = at.messages.value.some((one) => one.message.id === message.id)
    if (fresh) typing.stopped(message.channel_id, message.author.id)
    if (fresh || known) at.messages.value = withMessages(at.messages.value, [{ message, onlyForYou }])
    if (editing.value?.message.id === message.id) editing.value = { message, onlyForYou }
    if (!fresh) return
    const mine = message.author.id === house.value?.me
    reading.arrived(message, { mine, here: here.value === message.channel_id, me: me.value })
    if (!mine && here.value === message.channel_id) announcer.heard(message)
  }

  function onGone(channelId: string, id: string): void {
    const at = talk(channelId)
    at.messages.value = withoutMessage(at.messages.value, id)
    if (replyingTo.value?.message.id === id) replyingTo.value = undefined
    if (editing.value?.message.id === id) editing.value = undefined
    if (menu.value?.shown.message.id === id) menu.value = undefined
  }

  function onNews(news: News): void {
    switch (news.t) {
      case 'house':
        return onHouse(news.house)
      case 'message':
        return batch(() => onMessage(news.message, news.fresh, news.onlyForYou))
      case 'gone':
        return batch(() => onGone(news.channel, news.message))
      case 'typing':
        if (news.who !== house.value?.me) typing.started(news.channel, news.who)
        return
      case 'clock':
        clock.value = news.clock
        reading.clock(Date.parse(news.clock.now))
        return
      case 'lessons':
        lessons.value = { cards: news.cards, ...(news.now === undefined ? {} : { now: news.now }) }
        return
      case 'agreements':
        agreements.value = news.agreements
        return
      case 'closing':
        connection.value = 'closed'
    }
  }

  function onState(state: LineState): void {
    const back = state === 'open' && connection.value === 'lost'
    connection.value = state
    if (!back) return
    for (const one of talks.values()) one.state.value = 'empty'
    if (here.value !== undefined) void load(here.value)
  }

  const line = openLine({
    who,
    onNews,
    onState,
    says: { lost: texts.lineLost, noAnswer: texts.noAnswer },
  })

  function load(id: string): Promise<void> {
    const { state } = talk(id)
    if (id === NEW_DM || state.value === 'ready') return Promise.resolve()
    const underWay = loads.get(id)
    if (underWay !== undefined && state.value === 'asking') return underWay
    const loading = readFrom(id)
    loads.set(id, loading)
    return loading
  }

  async function readFrom(id: string): Promise<void> {
    const at = talk(id)
    at.state.value = 'asking'
    const answer = await line.ask({ do: 'open', channel: id })
    batch(() => {
      if (!answer.ok || answer.done !== 'messages') {
        at.state.value = 'failed'
        return
      }
      at.messages.value = renewed(at.messages.value, answer.messages.map(asShown))
      at.more.value = answer.more
      at.state.value = 'ready'
    })
  }

  async function older(id: string): Promise<void> {
    const at = talk(id)
    const first = at.messages.value.find((one) => !one.onlyForYou)
    if (at.state.value !== 'ready' || !at.more.value || first === undefined) return
    at.state.value = 'asking'
    const answer = await line.ask({ do: 'older', channel: id, before: first.message.id })
    batch(() => {
      at.state.value = 'ready'
      if (!answer.ok || answer.done !== 'messages') return
      at.messages.value = withMessages(at.messages.value, answer.messages.map(asShown))
      at.more.value = answer.more
    })
  }

  async function bringIntoView(message: string): Promise<void> {
    const id = here.value
    if (id === undefined) return
    const at = talk(id)
    await loads.get(id)
    const there = (): boolean => at.messages.value.some((one) => one.message.id === message)
    for (let pages = 0; pages < MOST_PAGES && !there() && at.more.value && here.value === id; pages++) {
      await older(id)
    }
    if (there() && here.value === id) jumpTo.value = message
    else if (here.value === id) toasts.show(texts.notFound)
  }

  function go(id: string | undefined): void {
    if (id === undefined || id === here.value) return
    batch(() => {
      here.value = id
      replyingTo.value = undefined
      editing.value = undefined
      menu.value = undefined
      talk(id).readUpTo.value = reading.unread.value.has(id) ? reading.readUpTo(id) : undefined
    })
    const name = house.value?.people.find((one) => one.name === me.value?.name)?.name ?? who
    if (name !== undefined && id !== NEW_DM) history.replaceState(null, '', placeOf(name, id))
    void load(id)
  }

  return {
    who,
    line,
    connection,
    house,
    me,
    here,
    channel,
    clock,
    time,
    lessons,
    agreements,
    reading,
    toasts,
    replyingTo,
    editing,
    insert,
    menu,
    chosen,
    panel,
    announced: announcer.says,
    jumpTo,
    talk,
    go,
    load,
    older,
    jump: (message) => void bringIntoView(message),
    dismiss(shown) {
      const at = talk(shown.message.channel_id)
      at.messages.value = withoutMessage(at.messages.value, shown.message.id)
      // In every window of this person, and also when this one is loaded again.
      void line.ask({ do: 'delete', message: shown.message.id })
    },
    async attempt(wish) {
      const answer = await line.ask(wish)
      if (!answer.ok) toasts.show(answer.why)
      return answer.ok
    },
    close() {
      line.close()
      time.stop()
      typing.stop()
      announcer.stop()
    },
  }
}

/** Discord's mark (EPHEMERAL) on what one person alone is shown: a page of a channel has that in between. */
const FOR_ONE = 1 << 6
const asShown = (message: APIMessage): ShownMessage => ({
  message,
  onlyForYou: ((message.flags ?? 0) & FOR_ONE) !== 0,
})

/** Where somebody comes in: the first channel with text that they see. */
function firstOf(house: HouseView): string | undefined {
  const inOrder = house.channels.filter((one) => one.type === 0).sort((a, b) => a.position - b.position)
  return (inOrder.find((one) => one.may.write) ?? inOrder[0])?.id
}
