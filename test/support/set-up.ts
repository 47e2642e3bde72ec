import { houseId } from '../../src/house/id.ts'
import type { Reply } from '../../src/practice/people/reply.ts'
import type { GuildSeed } from '../../src/practice/seed.ts'
import type { Member, MessageHandle } from '../../src/practice/world.ts'
import { openHouse, type TestHouse, type TestHouseOptions } from './house.ts'

/** A server on which nothing is set: its own names for everything, and nobody of the team. */
export const EMPTY_SERVER: GuildSeed = {
  name: 'De Zolder',
  bot: {
    permissions: [
      'ViewChannel',
      'SendMessages',
      'EmbedLinks',
      'ReadMessageHistory',
      'PinMessages',
      'ManageMessages',
      'ManageChannels',
      'CreatePrivateThreads',
      'SendMessagesInThreads',
      'ManageThreads',
    ],
  },
  roles: [
    { name: 'Kapitein', permissions: ['ManageGuild'] },
    { name: 'Begeleiding' },
    { name: 'Mods' },
    { name: 'Helpers' },
  ],
  channels: [{ name: 'hallo' }, { name: 'babbel' }],
  members: [
    { name: 'baas', owner: true },
    { name: 'ann', roles: ['Kapitein', 'Begeleiding'] },
    { name: 'bert', roles: ['Begeleiding'] },
    { name: 'chloe', roles: ['Mods'] },
    { name: 'dries', roles: ['Helpers'] },
    { name: 'karim' },
    { name: 'noor' },
  ],
}

export const openEmpty = (options: Omit<TestHouseOptions, 'seed' | 'duty'> = {}): Promise<TestHouse> =>
  openHouse({ refusesExample: true, ...options, seed: () => EMPTY_SERVER, duty: [] })

/** What stands under a part of the set-up, by its action and the first thing after it: `set queue`, `go roles`, `make`. */
export function partOf(on: MessageHandle | Reply, action: string, what?: string): { customId: string } {
  const message = 'kind' in on ? on.message : on
  const ids = [...JSON.stringify(message?.components ?? []).matchAll(/"custom_id":"([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  )
  const found = ids.find((id) => {
    const [, name, , arg] = id.split(':')
    return name === `opzet-${action}` && (what === undefined || arg === what)
  })
  if (found === undefined) throw new Error(`no ${action} ${what ?? ''} among: ${ids.join(', ')}`)
  return { customId: found }
}

/** The hands of somebody who goes through the set-up, with what stands in front of them. */
export interface Walk {
  /** What stands in front of this person now. */
  readonly now: () => Reply
  readonly words: () => string
  press(action: string, what?: string): Promise<Reply>
  next(step: string): Promise<void>
  set(field: string, ...values: string[]): Promise<void>
  fill(form: string, values: Readonly<Record<string, string>>): Promise<void>
}

export function walk(who: Member, first: Reply): Walk {
  let reply = first
  const seen = (next: Reply): Reply => {
    if (next.message !== undefined) reply = next
    return next
  }
  return {
    now: () => reply,
    words: () => reply.message?.words ?? '',
    press: async (action, what) => seen(await who.presses(reply, partOf(reply, action, what))),
    async next(step) {
      seen(await who.presses(reply, partOf(reply, 'go', step)))
    },
    async set(field, ...values) {
      seen(await who.chooses(reply, partOf(reply, 'set', field), values))
    },
    async fill(form, values) {
      const shown = await who.presses(reply, partOf(reply, 'form', form))
      seen(await who.submits(shown, values))
    },
  }
}

export const begin = async (house: TestHouse, name: string): Promise<Walk> => {
  const who = house.world.member(name)
  return walk(who, await who.runs('/huis opzet', {}, { channel: '#babbel' }))
}

/** All the way from an empty server to the summary. */
export async function fillAll(house: TestHouse, way: Walk): Promise<void> {
  const { world } = house
  await way.next('organisation')
  await way.fill('names', { house: 'De Zolder', organisation: 'vzw De Zolder' })
  await way.fill('signed', { by: 'Els Peeters', on: '20/11/2026' })
  await way.next('roles')
  await way.set('youthWorker', 'Begeleiding')
  await way.set('moderator', 'Mods')
  await way.set('volunteer', 'Helpers')
  await way.next('channels')
  await way.set('notice', '#hallo')
  await way.press('make')
  await way.next('alarm')
  await way.next('contact')
  await way.set('integrity', 'karim')
  await way.fill('contact', {
    name: 'Karim Benali',
    address: 'karim@dezolder.be',
    outside: '',
    'outside-address': '',
    responsible: 'Ann Claes',
  })
  await way.next('reading')
  await way.set('reading', 'reports')
  await way.next('hours')
  await way.fill('hours', { week: 'woensdag 14-18u\nvr-za: 19u tot middernacht' })
  await way.next('retention')
  await way.set('openFlagDays', '30')
  await way.next('region')
  await way.fill('region', { region: '9000' })
  await way.next('summary')
  // It is there at once; nothing of the house moved.
  if (world.channelNames().length === 0) throw new Error('no channels')
}

/** The same house as at the end of the set-up, without going through it. */
export async function setUp(house: TestHouse): Promise<void> {
  const { world, discord } = house
  const id = houseId(discord.guildId)
  const { settings } = house.bot().desk
  const role = (name: string): string => world.role(name)?.id ?? ''
  world.admin().createsChannel('#wachtrij')
  world.admin().sets('#wachtrij', { role: '@everyone' }, { deny: ['ViewChannel'] })
  for (const name of ['Begeleiding', 'Mods', 'Huisbot'])
    world.admin().sets('#wachtrij', { role: name }, { allow: ['ViewChannel'] })
  await settings.save(
    id,
    {
      name: 'De Zolder',
      organisation: {
        kind: 'vzw',
        name: 'vzw De Zolder',
        signedOff: { by: 'Els Peeters', on: '2026-11-20' },
      },
      reading: { way: 'reports' },
      hours: { week: { woensdag: ['14:00-18:00'] }, holidays: 'closed', closed: [] },
      roles: {
        youthWorker: role('Begeleiding'),
        moderator: role('Mods'),
        volunteer: role('Helpers'),
        backUp: null,
      },
      channels: {
        notice: [world.channel('hallo').id],
        queue: world.channel('wachtrij').id,
        talks: null,
        closing: null,
      },
      contacts: {
        integrity: { name: 'Karim', contact: 'karim@dezolder.be', discordId: world.member('karim').id },
      },
    },
    { by: world.member('baas').id, from: 0 },
  )
  await settings.settle(id)
  await house.settled()
}
