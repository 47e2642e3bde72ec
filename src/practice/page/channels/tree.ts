import type { ChannelView } from '../../web/protocol.ts'
import { compareIds } from '../snowflakes.ts'

/** A channel with what stands under it. */
export interface Branch {
  readonly channel: ChannelView
  readonly threads: readonly ChannelView[]
}

export interface Section {
  /** Absent for the channels that stand in no category. */
  readonly category: ChannelView | undefined
  readonly branches: readonly Branch[]
}

export const isThread = (channel: ChannelView): boolean => channel.type >= 10 && channel.type <= 12
export const isPrivateThread = (channel: ChannelView): boolean => channel.type === 12

const byPosition = (one: ChannelView, other: ChannelView): number =>
  one.position - other.position || compareIds(one.id, other.id)

/** The list of channels as Discord orders it. A thread that was put to sleep is only there while it is open. */
export function treeOf(channels: readonly ChannelView[], here: string | undefined): readonly Section[] {
  const threads = channels.filter((one) => isThread(one) && (one.archived !== true || one.id === here))
  const branches = channels
    .filter((one) => !isThread(one) && one.type !== 1 && one.type !== 4)
    .sort(byPosition)
    .map((channel) => ({
      channel,
      threads: threads.filter((one) => one.parentId === channel.id).sort((a, b) => compareIds(a.id, b.id)),
    }))
  const categories = channels.filter((one) => one.type === 4).sort(byPosition)
  const known = new Set(categories.map((one) => one.id))
  const loose = branches.filter(
    ({ channel }) => channel.parentId === undefined || !known.has(channel.parentId),
  )
  return [
    { category: undefined, branches: loose },
    ...categories.map((category) => ({
      category,
      branches: branches.filter(({ channel }) => channel.parentId === category.id),
    })),
  ].filter((section) => section.branches.length > 0)
}

export const directTalks = (channels: readonly ChannelView[]): readonly ChannelView[] =>
  channels.filter((one) => one.type === 1)
