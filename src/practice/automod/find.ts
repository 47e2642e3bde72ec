import { createWordSearch } from './keywords.ts'
import { trigger } from './model.ts'
import type { AutoModWords, Match, StoredAutoModRule, TriggerMetadata } from './model.ts'
import { fromRust } from './rust-regex.ts'

/** Makes the search of a rule. Source: Discord, Auto Moderation, Trigger Types. */
export function createSearch(
  words: AutoModWords,
  type: StoredAutoModRule['triggerType'],
  metadata: TriggerMetadata,
): (content: string) => Match | undefined {
  switch (type) {
    case trigger.keyword:
    case trigger.memberProfile: {
      const regexes = (metadata.regex_patterns ?? []).flatMap((written) => {
        const made = fromRust(written)
        return made.ok ? [{ written, runs: made.runs }] : []
      })
      return createWordSearch(metadata.keyword_filter ?? [], regexes, metadata.allow_list ?? [])
    }
    case trigger.preset: {
      const lists = { 1: words.profanity, 2: words.sexualContent, 3: words.slurs }
      const chosen = (metadata.presets ?? []).flatMap((preset) => lists[preset as 1 | 2 | 3])
      return createWordSearch(chosen, [], metadata.allow_list ?? [])
    }
    case trigger.spam: {
      // What Discord takes for spam it keeps to itself; here some made-up words stand for it.
      const search = createWordSearch(words.spam, [], [])
      return (content) => (search(content) === undefined ? undefined : { keyword: null, content: null })
    }
    case trigger.mentionSpam: {
      const most = metadata.mention_total_limit ?? 0
      return (content) => (mentionsIn(content) > most ? { keyword: null, content: null } : undefined)
    }
  }
}

/** "Total number of unique role and user mentions." */
function mentionsIn(content: string): number {
  const found = new Set<string>()
  for (const [, kind = '', id = ''] of content.matchAll(/<@(!|&)?(\d{1,20})>/g)) {
    found.add(`${kind === '&' ? 'role' : 'user'} ${id}`)
  }
  return found.size
}
