import type { FixtureState } from '../contract/fixture-state.ts'
import type { Notice } from '../contract/showroom-state.ts'
import type { RestReason } from './rules/restraint.ts'
import type { Rule } from './rules/rule.ts'
import { placeKey } from './wish.ts'
import { type FileProblem, problemSentence } from './yaml-file.ts'

/** What the showroom itself tells staff. */
export function contentNotice(problem: FileProblem): Notice {
  const sentence = problemSentence(problem)
  return { code: 'content-left-out', severity: 'warning', sentence, values: { detail: sentence } }
}

export function restNotice(rule: Rule, why: RestReason): Notice {
  const sentence =
    why === 'too-often'
      ? `"${rule.title.en}" started too often and rests for a minute. Is its sensor loose, or does it start itself?`
      : `"${rule.title.en}" starts itself round and round, by itself or with other rules, and was stopped.`
  return {
    code: why === 'too-often' ? 'rule-rests' : 'rule-circles',
    severity: 'warning',
    sentence,
    values: { ...rule.title },
  }
}

export const congestionNotice: Notice = {
  code: 'air-congested',
  severity: 'warning',
  sentence:
    'The radio channel is so busy that lamps hear nothing. Is a Wi-Fi router or a USB 3 disk near the dongle? An extension cable helps.',
  values: {},
}

export function silenceNotice(state: FixtureState): Notice {
  const place = placeKey({ room: state.room, fixture: state.id })
  return {
    code: 'device-unreachable',
    severity: 'warning',
    sentence: `${state.name.en} (${place}) does not answer. Is it switched off at the wall?`,
    values: { place, ...state.name },
  }
}

export function preparingNotice({
  ready,
  total,
}: {
  readonly ready: number
  readonly total: number
}): Notice {
  const sentence = `Scenes are being stored in the lamps: ${ready} of ${total}.`
  return {
    code: 'scenes-being-stored',
    severity: 'info',
    sentence,
    values: { ready: `${ready}`, total: `${total}` },
  }
}

export function disobedienceNotice(state: FixtureState): Notice {
  const place = placeKey({ room: state.room, fixture: state.id })
  return {
    code: 'device-disobeys',
    severity: 'warning',
    sentence: `${state.name.en} (${place}) answers, but does not do what it is told. Switch its power off and on again.`,
    values: { place, ...state.name },
  }
}
