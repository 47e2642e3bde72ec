import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import type { StoredInteraction } from '../interactions/model.ts'
import { originalOf, reach } from '../interactions/original.ts'
import type { Hub } from '../state/hub.ts'
import { handleOf } from './handle.ts'
import type { MessageHandle } from './handle.ts'

export interface ModalHandle {
  readonly title: string
  readonly customId: string
  readonly data: APIModalInteractionResponseCallbackData
  /** The interaction that opened it. */
  readonly openedBy: StoredInteraction
}

/** What the bot did with what a person asked. */
export interface Reply {
  /**
   * `message`: it answered with one. `updated`: it changed the message that the button is on. `modal`: it opened
   * a form. `deferred`: it asked for patience and has not come back yet. `none`: it took note and shows nothing.
   * `failed`: it did not answer in time.
   */
  readonly kind: 'message' | 'modal' | 'deferred' | 'updated' | 'none' | 'failed'
  readonly message?: MessageHandle
  readonly modal?: ModalHandle
  readonly error?: string
  /** What the bot said beside its answer, in order. */
  readonly followups: readonly MessageHandle[]
  readonly choices: readonly { name: string; value: string | number }[]
  /** Resolves when a deferred answer has come (or its token has run out); at once for any other. */
  settled(): Promise<Reply>
}

/**
 * How long a person waits, in real milliseconds, before `kind` is `deferred`. After a deferred update the app shows
 * nothing that makes one wait.
 */
const patience = { deferred: 10_000, 'deferred-update': 2_000 } as const

/** Waits until the bot has answered; with a deferred answer until it has come, within a person's patience. */
export async function replyTo(hub: Hub, interaction: StoredInteraction): Promise<Reply> {
  await progress(interaction, () => interaction.answer !== undefined || interaction.failed)
  const { answer } = interaction
  if (isWaiting(interaction) && (answer === 'deferred' || answer === 'deferred-update')) {
    await come(interaction, patience[answer])
  }
  return replyOf(hub, interaction)
}

/** A deferral that nothing has followed yet. */
function isWaiting(interaction: StoredInteraction): boolean {
  if (interaction.answer !== 'deferred' && interaction.answer !== 'deferred-update') return false
  return !interaction.progress.some((one) => one.kind !== 'answered')
}

function come(interaction: StoredInteraction, within?: number): Promise<void> {
  return progress(interaction, () => !isWaiting(interaction), within)
}

function progress(interaction: StoredInteraction, done: () => boolean, within?: number): Promise<void> {
  if (done()) return Promise.resolve()
  return new Promise((resolve) => {
    const finish = () => {
      interaction.listeners.delete(listener)
      clearTimeout(timer)
      resolve()
    }
    const listener = () => {
      if (done()) finish()
    }
    const timer = within === undefined ? undefined : setTimeout(finish, within)
    interaction.listeners.add(listener)
  })
}

function replyOf(hub: Hub, interaction: StoredInteraction): Reply {
  const original = originalOf(hub, interaction)
  const first = interaction.followupIds[0]
  const shown = original ?? (first === undefined ? undefined : reach(hub, interaction.channelId, first))
  const kind = kindOf(interaction)
  const withMessage = kind === 'message' || kind === 'updated' || kind === 'deferred'
  return {
    kind,
    ...(withMessage && shown !== undefined ? { message: handleOf(hub, shown) } : {}),
    ...(interaction.modal === undefined ? {} : { modal: modalOf(interaction, interaction.modal) }),
    ...(kind === 'failed' ? { error: 'no answer within 3 seconds' } : {}),
    get followups() {
      return interaction.followupIds.flatMap((id) => {
        const message = reach(hub, interaction.channelId, id)
        return message === undefined ? [] : [handleOf(hub, message)]
      })
    },
    choices: interaction.choices,
    async settled() {
      if (isWaiting(interaction)) await come(interaction)
      return replyOf(hub, interaction)
    },
  }
}

function kindOf(interaction: StoredInteraction): Reply['kind'] {
  if (interaction.failed) return 'failed'
  const edited = interaction.progress.some((one) => one.kind === 'edited')
  switch (interaction.answer) {
    case undefined:
      return 'failed'
    case 'modal':
      return 'modal'
    case 'choices':
      return 'none'
    case 'updated':
      return 'updated'
    case 'message':
      return 'message'
    case 'deferred':
      return isWaiting(interaction) ? 'deferred' : edited ? 'message' : 'none'
    case 'deferred-update':
      if (isWaiting(interaction)) return 'deferred'
      return edited ? 'updated' : 'none'
  }
}

const modalOf = (
  openedBy: StoredInteraction,
  data: APIModalInteractionResponseCallbackData,
): ModalHandle => ({
  title: data.title,
  customId: data.custom_id,
  data,
  openedBy,
})
