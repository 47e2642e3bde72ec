import { PermissionFlagsBits } from 'discord.js'
import { expect, test } from 'vitest'
import { applicationIdOf, BASE, inviteLink, POWERS } from '../../../src/discord/invite.ts'

const permissionsIn = (link: string): bigint => BigInt(new URL(link).searchParams.get('permissions') ?? '0')

test('the base link asks for exactly the five permissions of the base', () => {
  const sum = BASE.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n)
  expect(permissionsIn(inviteLink('123456789012345678'))).toBe(sum)
})

test('no power is Administrator, and each says what it is for', () => {
  for (const { permissions, purpose } of POWERS) {
    expect(permissions).not.toContain('Administrator')
    expect(purpose.length).toBeGreaterThan(20)
  }
})

test('the application is read from a token, and not from anything else', () => {
  const token = `${Buffer.from('123456789012345678').toString('base64')}.x.y`
  expect(applicationIdOf(token)).toBe('123456789012345678')
  expect(applicationIdOf('practice-token')).toBeUndefined()
  expect(applicationIdOf('')).toBeUndefined()
})
