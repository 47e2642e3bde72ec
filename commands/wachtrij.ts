import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import { openFromCard } from '../src/discord/channels/page.ts'
import { type Command, localised } from '../src/discord/command.ts'
import { byCategory, byLevel, byWhich, openCard, openList, turnPage } from '../src/discord/queue/browse.ts'
import { askOutcome, chooseOutcome, decided, removeAnyway, talkFirst } from '../src/discord/queue/decide.ts'
import { answered, askQuestions, call, chooseSection, starters } from '../src/discord/queue/guide.ts'
import { askLevel, setLevel } from '../src/discord/queue/level.ts'
import { askMeasure, chooseMeasure, makeSafe } from '../src/discord/queue/make-safe.ts'
import { askColleague, passTo } from '../src/discord/queue/pass.ts'
import { called, fill, filled, passed } from '../src/discord/queue/pass-on.ts'
import { pressCard } from '../src/discord/queue/press.ts'
import { askReport, printReport } from '../src/discord/queue/report.ts'
import { page, show } from '../src/discord/queue/show.ts'
import { sendFromCard } from '../src/discord/refer/send.ts'
import { openTalk } from '../src/discord/queue/talk-list.ts'
import { askTell, tellSend, tellWith, told } from '../src/discord/queue/tell.ts'

/**
 * `/wachtrij`: the messages that wait for a person, and everything that can be pressed on their cards. What each press
 * does stands in src/discord/queue/. The acts below are checked before the handler runs; the handler checks again with
 * the category of the flag, since not everybody of the team sees everything.
 */
export const wachtrij: Command = {
  id: 'wachtrij',
  act: 'queue.list',
  payload: {
    name: 'wachtrij',
    type: ApplicationCommandType.ChatInput,
    ...localised('queue.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  run: openList,
  acts: {
    claim: 'queue.claim',
    release: 'queue.release',
    show: 'queue.show',
    page: 'queue.show',
    pass: 'queue.pass',
    'pass-to': 'queue.pass',
    level: 'queue.level',
    'set-level': 'queue.level',
    decide: 'queue.decide',
    'open-talk': 'talk.follow',
    quick: 'queue.decide',
    'talk-first': 'queue.decide',
    questions: 'queue.guide',
    section: 'queue.guide',
    answered: 'queue.guide',
    starters: 'queue.guide',
    call: 'queue.guide',
    called: 'queue.pass-on',
    fill: 'queue.pass-on',
    passed: 'queue.pass-on',
    filled: 'queue.pass-on',
    print: 'queue.print',
    'print-as': 'queue.print',
    tell: 'queue.tell',
    'tell-send': 'queue.tell',
    'tell-with': 'queue.tell',
    told: 'queue.tell',
    outcome: 'queue.decide',
    'remove-anyway': 'queue.remove',
    decided: 'queue.decide',
    safe: 'queue.pause',
    'safe-choose': 'queue.pause',
    'safe-do': 'queue.pause',
    confirm: 'queue.confirm',
    refute: 'queue.confirm',
    undo: 'queue.undo',
    channel: 'channel.limit',
    'send-line': 'line.send',
  },
  components: {
    list: (interaction, _args, visit) => openList(interaction, visit),
    'by-level': byLevel,
    'by-category': byCategory,
    'by-which': byWhich,
    earlier: turnPage,
    later: turnPage,
    open: openCard,
    'open-talk': openTalk,
    claim: pressCard('queue.claim', { type: 'claim' }),
    release: pressCard('queue.release', { type: 'release' }),
    confirm: pressCard('queue.confirm', { type: 'confirm' }),
    refute: pressCard('queue.confirm', { type: 'refute' }),
    undo: pressCard('queue.undo', { type: 'undo' }),
    show,
    page,
    pass: askColleague,
    'pass-to': passTo,
    level: askLevel,
    'set-level': setLevel,
    decide: askOutcome,
    quick: pressCard('queue.decide', { type: 'decide', outcome: 'no-problem' }),
    'talk-first': talkFirst,
    questions: askQuestions,
    section: chooseSection,
    starters,
    call,
    called,
    fill,
    print: askReport,
    'print-as': printReport,
    tell: askTell,
    'tell-send': tellSend,
    'tell-with': tellWith,
    outcome: chooseOutcome,
    'remove-anyway': removeAnyway,
    safe: askMeasure,
    'safe-choose': chooseMeasure,
    'safe-do': makeSafe,
    channel: openFromCard,
    'send-line': sendFromCard,
  },
  forms: { decided, answered, passed, filled, told },
}
