import { expect, test } from 'vitest'
import type { NetworkLink } from '../../src/contract/staff/network-map.ts'
import { hearingOf, layOut, stick } from './network-layout.ts'

const link = (hears: string | null, heard: string | null, quality: number): NetworkLink => ({
  hears,
  heard,
  quality,
})
const laid = (links: NetworkLink[], devices: string[] = []) =>
  layOut({ askedAt: '2026-11-21T12:00:00.000Z', links, mute: [] }, devices)
const node = (network: ReturnType<typeof laid>, id: string) => network.nodes.find((each) => each.id === id)

test('who is far goes by way of whom it hears well, not straight and faintly', () => {
  const network = laid([
    link(null, 'near', 180),
    link('near', 'far', 170),
    link('far', null, 30),
    link('near', null, 175),
  ])
  expect(node(network, 'far')).toMatchObject({ hops: 2, via: { id: 'near', quality: 170 } })
  expect(node(network, 'near')).toMatchObject({ hops: 1, via: { id: stick, quality: 175 } })
  expect(network.links.map(({ isWay }) => isWay)).toEqual([false, true, true])
})

test('a link is as good as its worse end says', () => {
  const network = laid([link(null, 'a', 200), link('a', null, 50)])
  expect(hearingOf(node(network, 'a')?.via?.quality ?? 0)).toBe('faintly')
})

test('of ways that are alike the one that carries fewer others is taken', () => {
  const far = ['e', 'f', 'g', 'h']
  const network = laid([
    ...['a', 'b'].map((id) => link(null, id, 170)),
    ...far.flatMap((id) => [link('a', id, 170), link('b', id, 172)]),
  ])
  expect(far.filter((id) => node(network, id)?.via?.id === 'a')).toHaveLength(2)
})

test('whom nobody hears lies outside, and everybody within the circle, no two at one place', () => {
  const names = Array.from({ length: 200 }, (_, number) => `d${number}`)
  const links = names.slice(0, 150).map((id, number) => link(number < 20 ? null : `d${number % 20}`, id, 150))
  const network = laid(links, names)
  expect(network.nodes).toHaveLength(201)
  expect(node(network, 'd199')).toMatchObject({ hops: null, via: null })
  expect(new Set(network.nodes.map(({ x, y }) => `${x.toFixed(4)} ${y.toFixed(4)}`)).size).toBe(201)
  for (const { x, y } of network.nodes) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1.0001)
  expect(node(network, 'd0')?.hops).toBe(1)
  expect(node(network, 'd20')?.hops).toBe(2)
})

test('one alone lies beside the stick, so that the picture is low', () => {
  const { x, y } = node(laid([link(null, 'a', 200)]), 'a') ?? {}
  expect([x, y]).toEqual([1, expect.closeTo(0)])
})
