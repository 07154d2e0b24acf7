/** A small room that is nothing but a description: no code belongs to it. */
export const study = `version: 1
id: study
name: { en: Study, sv: Arbetsrum }
size: { width: 3, depth: 3.4, height: 2.4 }
openings:
  - { id: window, kind: window, wall: back, along: 1.5, width: 1.2, sill: 0.9, height: 1.1, faces: 90 }
  - { id: door, kind: door, wall: right, along: 2.6, width: 0.8, height: 2 }
finishes: { walls: "wall #dfe3da", floor: floor }
furniture:
  - { piece: media-bench, id: bench, wall: left, along: 1.7, with: { width: 1.2 } }
  - { piece: rug, at: [0, 0], with: { width: 1.6, depth: 1.1 } }
  - { piece: framed-print, wall: left, along: 1.7, up: 1.5, with: { art: hills } }
fixtures:
  - id: lamp
    kind: light
    name: { en: Lamp, sv: Lampa }
    lumens: 470
    body: { piece: globe-table-lamp, on: bench, at: [-0.3, 0] }
  - id: pendant
    kind: light
    name: { en: Pendant, sv: Taklampa }
    lumens: 800
    body: { piece: paper-lantern, ceiling: [0, 0] }
cameras:
  landscape: { from: [0, 1.4, 3], to: [0, 1, 0], fov: 45 }
  portrait: { from: [0, 1.4, 3.6], to: [0, 1, 0], fov: 60 }
`
