/** One storey of the house: an arrow goes down, or stays on its storey. */
export interface Storey {
  readonly id: string
  readonly title: string
  /** Each room, with what it is for. */
  readonly rooms: Readonly<Record<string, string>>
}

/** From the roof to the ground. A room that is not here makes the test of the drawing fail: say where it belongs. */
export const STOREYS: readonly Storey[] = [
  {
    id: 'begin',
    title: 'what is started',
    rooms: {
      start:
        'files of src/ itself: `main.ts` starts the bot and stops it in order; agreements, recurring work',
      backup: 'backup and restore',
      doctor: '`npm run doctor`',
      evaluate: '`npm run evaluate`',
      export: 'writes what a house set in Discord as files',
      health: 'health and metrics',
      practice: 'the practice house: a local Discord, its page, its lessons',
    },
  },
  {
    id: 'edge',
    title: 'Discord',
    rooms: {
      commands: 'what people can ask, one file for each command',
      discord: 'events in, effects out: the only executor',
    },
  },
  {
    id: 'work',
    title: 'what people do',
    rooms: {
      channels: 'slow and shut channels',
      deciding: 'questions and contacts that help to decide',
      duty: 'opening hours, who is there, clocks',
      holding: 'messages held until a person looked',
      privacy: 'sealed words, forgetting, own data',
      queue: 'flags: their life, their order, their audit',
      reports: 'who reads a report; what is about the team',
      setup: 'setting a house up, step by step',
      statistics: 'figures, and what of them is hidden',
      talks: 'private talks',
    },
  },
  {
    id: 'rules',
    title: 'what is agreed and decided',
    rooms: {
      automod: 'Discord’s own filters, from the agreements',
      house: 'ids, settings and notes of a house',
      notice: 'what the notice says',
      permissions: 'who may what',
      policy: 'loads, checks and explains `policies/`',
      reading: 'how hard a text is to read',
      referral: 'the next step of `/praat`',
      screening: 'what a message means, and what may follow',
      texts: 'what people read, one folder for each language',
    },
  },
  {
    id: 'keep',
    title: 'what is kept',
    rooms: {
      ground: 'files of src/ itself that use no room: clock, log, errors, environment',
      outbox: 'what must come to stand on Discord',
      storage: 'the databases',
    },
  },
]

/** Arrows that go up, each with why it may. Another one makes the test of the drawing fail. */
export const UPWARDS: Readonly<Record<string, string>> = {
  'discord doctor': 'the part of `npm run doctor` that asks Discord speaks in its findings',
  'discord start': '`npm run invite` tells what failed as the start does',
  'house queue': 'a change of the settings is a line in the one audit',
  'notice duty': 'the notice tells the opening hours',
  'notice statistics': 'a notice that was read is counted',
  'policy duty': 'a lesson plays at a moment that fits the hours of the house',
  'policy queue': 'a lesson names outcomes and reasons of the queue',
  'referral duty': 'a help line is open or not',
}
