import { expect, test } from 'vitest'
import { linkTarget } from '../../../../src/practice/page/interactions/links.ts'

test('a place on Discord is a place in this house', () => {
  expect(linkTarget('https://discord.com/channels/1/22/333')).toEqual({
    to: 'message',
    channel: '22',
    message: '333',
  })
  expect(linkTarget('https://ptb.discord.com/channels/@me/22')).toEqual({ to: 'message', channel: '22' })
})

test('another address is shown as it really is', () => {
  expect(linkTarget('https://www.jac.be')).toEqual({ to: 'site', url: 'https://www.jac.be/' })
  // A name that looks like another is written as the browser would send it.
  expect(linkTarget('https://www.jаc.be/x')).toEqual({ to: 'site', url: 'https://www.xn--jc-7kc.be/x' })
  expect(linkTarget('https://discord.com.example.org/channels/1/2/3').to).toBe('site')
})

test('what is no web address leads nowhere', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'jac.be', ''])
    expect(linkTarget(url), url).toEqual({ to: 'nowhere' })
})
