import { ButtonBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { describeMoment } from '../../duty/describe.ts'
import { isOpen, nextOpening } from '../../duty/opening.ts'
import type { Wording } from '../../texts/wording.ts'
import type { Texts } from '../../texts/texts.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { takesNothingIn } from '../duty/takes-in.ts'
import { languageIn, simplicityOf } from '../languages.ts'
import { inLanguages, type Spoken } from '../spoken.ts'
import { outsideLine } from './readers-here.ts'

/**
 * What somebody hears who reported something. `ref`: their report, which they can ask to hear about. `words`: what they
 * typed, given back when it could not be sent, so that nobody types it twice.
 */
export type Heard =
  | { readonly what: 'thanks' | 'already' | 'contact'; readonly ref?: string | undefined }
  | { readonly what: 'nobody'; readonly aboutContact: boolean }
  | { readonly what: 'off'; readonly words?: string | undefined }
  | { readonly what: 'many'; readonly minutes: number; readonly words?: string | undefined }

const LONGEST = 2_000

/** Who looks, and when, if nobody is there now. */
function thanks({ desk, house }: Visit, texts: Texts): string {
  const hours = desk.duty.hours.of(house.id)
  const now = desk.now()
  if (isOpen(hours, now)) return texts.t('report.thanks')
  const next = nextOpening(hours, now)
  if (next === undefined) return texts.t('report.thanks-closed-no-next')
  return texts.t('report.thanks-closed', { next: describeMoment(next, texts.language, now, texts) })
}

function contentOf(heard: Heard, visit: Visit, texts: Texts): string {
  const { desk } = visit
  const { integrity } = desk.policy.house.contacts
  const followed = (said: string, ref: string | undefined): string =>
    ref === undefined ? said : `${said} ${texts.t('report.thanks.follow')}`
  const given = (said: string, words: string | undefined): string =>
    (words === undefined ? [said] : [said, texts.t('report.your-words'), `> ${words}`])
      .join('\n')
      .slice(0, LONGEST)
  switch (heard.what) {
    case 'thanks':
      return followed(thanks(visit, texts), heard.ref)
    case 'already':
      return followed(texts.t('report.already'), heard.ref)
    case 'contact':
      return followed(texts.t('report.thanks.contact', { name: integrity.name }), heard.ref)
    case 'nobody': {
      const aboutId = heard.aboutContact ? integrity.discordId : undefined
      return texts.t('report.nobody', { outside: outsideLine(desk, texts, aboutId) })
    }
    case 'off':
      return given(takesNothingIn(visit, texts), heard.words)
    case 'many':
      return given(texts.t('report.too-many', { minutes: heard.minutes }), heard.words)
  }
}

/** What of it the buttons of the other languages carry; what was typed stands in the message alone. */
function carried(heard: Heard): readonly string[] {
  switch (heard.what) {
    case 'nobody':
      return heard.aboutContact ? ['contact'] : []
    case 'many':
      return [String(heard.minutes)]
    case 'off':
      return []
    default:
      return heard.ref === undefined ? [] : [heard.ref]
  }
}

/** The answer in a language, with the others under it, and a button to hear when it is closed. */
export function sayHeard(heard: Heard, visit: Visit, language: Wording): Spoken {
  const { desk } = visit
  const texts = desk.texts(language)
  const ref = 'ref' in heard ? heard.ref : undefined
  const tell =
    ref === undefined
      ? []
      : [
          new ButtonBuilder()
            .setCustomId(customId('mijn-meldingen', 'tell', ref, language))
            .setStyle(ButtonStyle.Secondary)
            .setLabel(texts.t('report.button.tell')),
        ]
  const idFor = (other: Wording): string => customId('meld-iets', 'zeg', other, heard.what, ...carried(heard))
  const simple = simplicityOf(language, desk, (inThem) => contentOf(heard, visit, inThem))
  return inLanguages(contentOf(heard, visit, texts), language, desk, idFor, tell, simple)
}

/** What somebody typed and was given back, in an answer in whatever language. */
function wordsIn(content: string, { desk }: Visit): string | undefined {
  for (const language of desk.policy.house.languages) {
    const heading = `\n${desk.texts(language).t('report.your-words')}\n> `
    const at = content.indexOf(heading)
    if (at !== -1) return content.slice(at + heading.length)
  }
  return undefined
}

function heardOf([what, arg]: readonly string[], words: string | undefined): Heard | undefined {
  switch (what) {
    case 'thanks':
    case 'already':
    case 'contact':
      return { what, ref: arg }
    case 'nobody':
      return { what, aboutContact: arg === 'contact' }
    case 'off':
      return { what, words }
    case 'many':
      return /^\d{1,4}$/.test(arg ?? '') ? { what, minutes: Number(arg), words } : undefined
    default:
      return undefined
  }
}

/** Another language for the same answer. */
export async function heardAgain(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const heard = heardOf(args.slice(1), wordsIn(interaction.message.content, visit))
  if (heard === undefined) return void (await interaction.deferUpdate())
  await interaction.update(sayHeard(heard, visit, languageIn(args[0], visit.desk)))
}
