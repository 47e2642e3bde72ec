import type { RaiseInput } from '../../../src/queue/flags.ts'
import type { Finding } from '../../../src/screening/finding.ts'
import { HOUSE, type TempHouse } from './temp-storage.ts'

export const insult: Finding = {
  ruleId: 'insults',
  category: 'harassment',
  kind: 'conduct',
  level: 'groen',
  start: 0,
  end: 6,
  consequences: ['flag', 'remind'],
}
export const cryForHelp: Finding = {
  ruleId: 'self-harm',
  category: 'distress',
  kind: 'worry',
  level: 'rood',
  start: 8,
  end: 20,
  consequences: ['flag', 'offer'],
}
export const threat: Finding = {
  ruleId: 'threats',
  category: 'threat',
  kind: 'harm',
  level: 'rood',
  start: 0,
  end: 9,
  consequences: ['flag'],
}

/** A raise of one message by the screening; what is given replaces what is usual. */
export const raiseOf = (
  finding: Finding,
  more: Partial<RaiseInput> & { readonly message?: string } = {},
): RaiseInput => {
  const { message = '1000', ...rest } = more
  return {
    house: HOUSE,
    subjectKey: `message:${message}`,
    channelId: '500',
    messageId: message,
    authorId: 'writer',
    source: 'screening',
    kind: finding.kind,
    category: finding.category,
    level: finding.level,
    findings: [finding],
    // Others say something else: who says the same is counted with the first.
    words: message === '1000' ? 'the planted words' : `the planted words ${message}`,
    policyVersion: 'p1',
    seenLate: false,
    keepUntil: new Date('2026-06-01T12:00:00Z'),
    queueChannelId: '600',
    ...rest,
  }
}

/** A report by a person: no findings, the message as they saw it. */
export const reportOf = (
  reporterId: string,
  more: Partial<RaiseInput> & { readonly message?: string; readonly note?: string } = {},
): RaiseInput => {
  const { note, ...rest } = more
  return raiseOf(cryForHelp, {
    source: 'report',
    level: 'geel',
    findings: [],
    report: { reporterId, reason: 'worried', ...(note === undefined ? {} : { words: note }) },
    ...rest,
  })
}

export const audit = (house: TempHouse) => house.db.auditLine.findMany({ orderBy: { id: 'asc' } })
