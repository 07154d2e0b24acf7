import { type FileVersions, isData } from './file-version.ts'

/** Version 0 had transitions as numbers of milliseconds. */
function inWords(target: unknown): unknown {
  if (!isData(target) || typeof target.transitionMs !== 'number') return target
  const { transitionMs, ...others } = target
  return { ...others, transition: `${Math.round(Number(transitionMs))}ms` }
}

export const sceneVersions: FileVersions = {
  newest: 1,
  upgrades: {
    0: (old) => {
      const { fixtures, ...head } = old
      const named = isData(fixtures)
        ? Object.fromEntries(Object.entries(fixtures).map(([id, target]) => [id, inWords(target)]))
        : fixtures
      return { ...(inWords(head) as typeof head), fixtures: named }
    },
  },
}

export const ruleVersions: FileVersions = { newest: 1, upgrades: {} }
