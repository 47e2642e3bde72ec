import type { TextKey } from './folder.ts'

/**
 * What only the team, the integrity contact or whoever runs the bot reads. Everything else is taken to be read by young
 * people, also what is written tomorrow: then it must be as easy to read as they need.
 */
const OF_THE_TEAM: readonly RegExp[] = [
  /^(?:bewaring|care|category|cijfers|debrief|decide|deciding|doctor|drill|figures|filters|guide|hold|huis|kind|level|matter|measure|network|oefening|pass-on|pass|proef|queue|second|setup|staff|start|statistics|status|team|tell|trouble|verslag|waarom)\./,
  /^duty\.(?!now\.|today)/,
  /^talk\.(?:card|follow|refusal|button\.(?:come|tick|thread))/,
  /^refer\.(?!say\.|button\.talk)/,
  /^data\.note\./,
  /^integrity\.(?!description$|who$|by-bot$|not-by-bot$)/,
  /^info\.staff\./,
  /^channel\.limit\.(?!begins|ends)/,
  /^automod\.(?!block$)/,
]

/** Does a young person read this text? */
export const youngRead = (key: TextKey): boolean => !OF_THE_TEAM.some((pattern) => pattern.test(key))

/**
 * What stands where nobody can ask for a very simple form: in a channel, in a form, in what Discord says for us, in a
 * thread that all of its people read. It must be very simple itself.
 */
const FIXED: readonly RegExp[] = [
  /^channel\.(?:offer|mention|reminder|closed|closed-no-next|limit)/,
  /^automod\.block$/,
  /^held\.line/,
  /^report\.(?:form|reads|who-reads|in-talk)/,
  /^(?:talk|refer)\.say\./,
]

export const standsFixed = (key: TextKey): boolean => FIXED.some((pattern) => pattern.test(key))
