import {
  type APIAutoModerationRule,
  AutoModerationActionType,
  type AutoModerationActionExecution,
  DiscordAPIError,
  type Guild,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js'
import { judgeFilter } from '../../automod/judge.ts'
import { type FilterKind, isOwn, kindOf } from '../../automod/names.ts'
import { createWindows } from '../../automod/window.ts'
import type { Desk, Desks, House } from '../desk.ts'
import type { HouseBook } from '../house-book.ts'
import { placeOf } from '../place.ts'
import { staffTold, tellStaff } from '../tell-staff.ts'
import { oldAlerts, takeAlertAway } from './alerts.ts'
import { readMissed } from './missed.ts'
import { alertChannelOf, filterPlaceOf } from './place.ts'
import { raiseSeen } from './raise-seen.ts'

/** Discord's own filters (AutoMod), set from the agreements by a house that works with reports. */
export interface Filters {
  /** A server arrived: its filters are made true, and what they saw while the bot was away is brought up. */
  arrived(house: House, guild: Guild): Promise<void>
  /** Channels or roles of the server changed. */
  changed(guild: Guild): Promise<void>
  /** The agreements were renewed: the filters say what they say now. */
  renewed(house: House, guild: Guild): Promise<void>
  /** A filter of the server was changed or taken away, by whomever. */
  ruleChanged(guild: Guild): Promise<void>
  /** A filter did something. */
  executed(execution: AutoModerationActionExecution): Promise<void>
}

interface FiltersDeps {
  readonly desk: Desks
  readonly rest: REST
  readonly houses: HouseBook
  readonly botId: () => string
}

const targetKey = 'automod-rules'
const can = (guild: Guild, ...permissions: readonly bigint[]): boolean =>
  guild.members.me?.permissions.has([...permissions]) === true

const inReports = ({ policy }: Desk): boolean => policy.house.reading.way === 'reports'

const isRead = async ({ policy }: Desk, guild: Guild, channelId: string): Promise<boolean> => {
  const channel =
    guild.channels.cache.get(channelId) ?? (await guild.channels.fetch(channelId).catch(() => null))
  return channel !== null && placeOf(channel, policy).read
}

export function createFilters({ desk: desks, rest, houses, botId }: FiltersDeps): Filters {
  const windows = createWindows()
  const kinds = new Map<string, FilterKind | undefined>()
  const want = async (house: House, guild: Guild, always: boolean): Promise<void> => {
    if (!can(guild, PermissionFlagsBits.ManageGuild)) return
    const desk = desks.of(house.id)
    const place = filterPlaceOf(guild, desk.policy)
    const before = await desk.outbox.target(house.id, targetKey)
    // A house that always read itself has nothing to take away.
    if (before === undefined && !inReports(desk)) return
    if (!always && JSON.stringify(before?.desired) === JSON.stringify(place)) return
    await desk.outbox.want(desk.db, {
      house: house.id,
      targetKey,
      kind: 'automod-rule',
      channelId: house.queueChannelId,
      desired: place,
    })
    desk.outbox.announce()
  }

  /** What a filter is for, if it is the bot's own; asked once for each filter. */
  const kindFor = async (guildId: string, ruleId: string): Promise<FilterKind | undefined> => {
    if (kinds.has(ruleId)) return kinds.get(ruleId)
    const rule = await ruleOf(guildId, ruleId)
    const own = rule !== undefined && isOwn({ name: rule.name, creatorId: rule.creator_id }, botId())
    const kind = own ? kindOf(rule.name) : undefined
    kinds.set(ruleId, kind)
    return kind
  }
  const ruleOf = async (guildId: string, ruleId: string): Promise<APIAutoModerationRule | undefined> => {
    try {
      return (await rest.get(Routes.guildAutoModerationRule(guildId, ruleId))) as APIAutoModerationRule
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 404) return undefined
      throw error
    }
  }

  const sayWhatIsOff = async (house: House, guild: Guild): Promise<void> => {
    const desk = desks.of(house.id)
    if (!can(guild, PermissionFlagsBits.ManageGuild)) {
      desk.log.info(
        { house: house.id },
        'no filters of Discord (the bot may not manage the server): a person sees what somebody reports',
      )
      return
    }
    const alerts = alertChannelOf(guild, desk.policy)
    const about = { house: house.id, about: 'filters-alerts' }
    if ('id' in alerts) return staffTold(desk, about)
    desk.log.warn({ house: house.id, why: alerts.off }, 'filters that only tell are off: see automodAlerts')
    // A house that chose no channel knows; one whose channel does not serve must hear it.
    const channel = desk.policy.house.channels.automodAlerts
    if (channel === undefined) return
    const { queueChannelId } = house
    await tellStaff(desk, { ...about, queueChannelId, says: 'staff.filters-alerts', values: { channel } })
  }

  return {
    async arrived(house, guild) {
      const desk = desks.of(house.id)
      await want(house, guild, true)
      if (!inReports(desk)) return
      await sayWhatIsOff(house, guild)
      if (!can(guild, PermissionFlagsBits.ManageGuild)) return
      const alerts = alertChannelOf(guild, desk.policy)
      const old = 'id' in alerts ? await oldAlerts(desk, rest, alerts.id) : []
      if (!can(guild, PermissionFlagsBits.ViewAuditLog)) {
        if (old.length > 0)
          desk.log.warn(
            { house: house.id, alerts: old.length },
            'alerts from while the bot was away stay where they are: without the audit log it cannot tell what they are about',
          )
        return
      }
      await readMissed(desk, rest, house, (channelId) => isRead(desk, guild, channelId))
      if (!('id' in alerts)) return
      for (const messageId of old) await takeAlertAway(desk, house.id, { channelId: alerts.id, messageId })
    },
    async changed(guild) {
      const house = houses.get(guild.id)?.house
      if (house !== undefined) await want(house, guild, false)
    },
    async renewed(house, guild) {
      await want(house, guild, false)
      if (inReports(desks.of(house.id))) await sayWhatIsOff(house, guild)
    },
    async ruleChanged(guild) {
      kinds.clear()
      const house = houses.get(guild.id)?.house
      if (house !== undefined) await want(house, guild, true)
    },
    async executed(execution) {
      const { guild, ruleId, userId, channelId, messageId, alertSystemMessageId, action } = execution
      if (channelId === null) return
      const now = desks.now()
      const start = windows.startOf(ruleId, userId, channelId, now)
      const house = houses.get(guild.id)?.house
      if (house === undefined) return
      // One version of the agreements, from what is judged to what is stored.
      const desk = desks.of(house.id)
      if (!inReports(desk)) return
      const kind = await kindFor(guild.id, ruleId)
      if (kind === undefined) return
      if (await isRead(desk, guild, channelId)) {
        await raiseSeen(desk, house, {
          subjectKey:
            messageId === null ? `automod:${ruleId}:${userId}:${channelId}:${start}` : `message:${messageId}`,
          channelId,
          messageId: messageId ?? undefined,
          authorId: userId,
          decision: judgeFilter(desk.policy, kind, execution.matchedKeyword),
          blocked: action.type === AutoModerationActionType.BlockMessage,
          at: now,
          seenLate: false,
        })
      }
      const alertChannelId = action.metadata.channelId
      if (alertSystemMessageId === null || alertChannelId === null) return
      await takeAlertAway(desk, house.id, { channelId: alertChannelId, messageId: alertSystemMessageId })
    },
  }
}
