import { type Agreements, readAgreements } from '../../agreements.ts'
import type { Bot } from '../../bot.ts'
import { PolicyError, tell } from '../../policy/problem.ts'
import { watchPolicyFolder } from '../../policy/watch-folder.ts'
import type { LocalDiscord } from '../local-discord.ts'
import { createEyes } from '../web/eyes.ts'
import { type Compared, compare } from './preview.ts'
import { partsChanged } from './parts-changed.ts'
import type { AgreementsView, ChangedMessage, PreviewView } from './view.ts'

export interface AgreementsDeps {
  readonly house: { readonly bot: Pick<Bot, 'desk' | 'readAgain'>; readonly discord: LocalDiscord }
  readonly policyFolder: string
  readonly read?: (policyFolder: string) => Promise<Agreements>
  readonly watch?: typeof watchPolicyFolder
  /** A fault of the disk, not of the agreements. */
  readonly onBug?: (error: unknown) => void
}

/** The agreements in a folder beside those of the running bot: what would change, and the press that lets it. */
export interface WatchedAgreements {
  /** @param seenBy - the id of the person whose window shows it */
  view(seenBy: string): AgreementsView
  /** Looks at the files now. */
  refresh(): Promise<void>
  /** Lets the bot work with the files as they were shown; when they are others by now, that is shown and nothing done. */
  apply(): Promise<void>
  onChange(listener: () => void): () => void
  stop(): Promise<void>
}

type State =
  | { readonly state: 'same' | 'applied' }
  | { readonly state: 'broken'; readonly problems: readonly string[] }
  | {
      readonly state: 'changed'
      readonly files: string
      readonly compared: readonly Compared[]
      readonly also: readonly string[]
    }

/** Enough of a message to know which it is. */
const LONGEST = 200
const cut = (words: string): string =>
  words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words

/**
 * Watches the folder of the practice house. The bot takes nothing over by itself here: somebody first reads what would
 * be decided otherwise.
 */
export function watchAgreements(deps: AgreementsDeps): WatchedAgreements {
  const { house, policyFolder, onBug = () => undefined } = deps
  const { desk } = house.bot
  const read = deps.read ?? readAgreements
  const listeners = new Set<() => void>()
  let state: State = { state: 'same' }
  let last: Promise<unknown> = Promise.resolve()

  const become = (next: State): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const job = last.then(work)
    last = job.catch(() => undefined)
    return job
  }

  const look = async (): Promise<State> => {
    try {
      const after = await read(policyFolder)
      const { policy, screening } = desk
      if (after.policy.version === policy.version)
        return { state: state.state === 'applied' ? 'applied' : 'same' }
      return {
        state: 'changed',
        files: after.policy.version,
        compared: compare(house.discord, { policy, screening }, after),
        also: partsChanged(policy, after.policy),
      }
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error
      return { state: 'broken', problems: error.problems.map(tell) }
    }
  }
  const refresh = (): Promise<void> => inTurn(async () => become(await look()))
  const apply = (): Promise<void> =>
    inTurn(async () => {
      const shown = state
      const found = await look()
      const asShown = shown.state === 'changed' && found.state === 'changed' && shown.files === found.files
      if (!asShown) return become(found)
      const done = await house.bot.readAgain()
      become(typeof done === 'object' ? { state: 'broken', problems: done.problems } : { state: 'applied' })
    })

  const watching = (deps.watch ?? watchPolicyFolder)(policyFolder, {
    changed: () => void refresh().catch(onBug),
  })

  const shownTo = (seenBy: string): ((one: Compared) => ChangedMessage) => {
    const eyes = createEyes(house.discord.hub, seenBy, new Set())
    return ({ said, words, before, after }) => {
      if (said === undefined) return { from: 'example', words: cut(words), before, after }
      const seen = eyes.message(said.id)
      if (seen === undefined || seen.deleted) return { from: 'said', before, after }
      const channel = house.discord.hub.channels.get(seen.channelId)?.name
      return {
        from: 'said',
        ...(channel === undefined ? {} : { channel: `#${channel}` }),
        message: seen.id,
        words: cut(words),
        before,
        after,
      }
    }
  }
  const previewFor = (
    { compared, also }: Pick<Extract<State, { state: 'changed' }>, 'compared' | 'also'>,
    seenBy: string,
  ): PreviewView => {
    const shown = shownTo(seenBy)
    const of = (change: Compared['change']) => compared.filter((one) => one.change === change).map(shown)
    const examples = compared.filter(({ said }) => said === undefined).length
    return {
      messages: compared.length,
      said: compared.length - examples,
      examples,
      newlyFlagged: of('newly'),
      noLongerFlagged: of('no-longer'),
      otherLevel: of('otherwise'),
      also,
    }
  }

  return {
    view(seenBy) {
      const running = desk.policy.version
      const common = { folder: policyFolder, running, state: state.state }
      if (state.state === 'broken') return { ...common, files: '', problems: state.problems }
      if (state.state === 'changed')
        return { ...common, files: state.files, preview: previewFor(state, seenBy) }
      return { ...common, files: running }
    },
    refresh,
    apply,
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async stop() {
      watching.stop()
      listeners.clear()
      await last
    },
  }
}
