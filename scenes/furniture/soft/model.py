"""Models the soft goods: sews, stuffs and drapes cloth in Blender and writes each as a small glTF file.

    blender -b -noaudio --python scenes/furniture/soft/model.py [-- NAME ...]

Needs Blender 3.4 or newer; whoever builds or runs the kiosk does not. Every piece is made of grids of cloth, so
that each lies flat in the light map as the sheet it was cut from: its texture coordinates are metres along the
cloth, divided by its longer side. Lengths are metres, y up; positions are 16-bit (KHR_mesh_quantization).
"""
import json
import math
import os
import struct
import sys

import bpy

HERE = os.path.dirname(os.path.abspath(__file__))


class Cut:
    """Grids of cloth sewn together where their points coincide."""

    def __init__(self):
        self.points, self.faces, self.grids, self.known = [], [], [], {}

    def point(self, p):
        key = tuple(round(v * 1e5) for v in p)
        if key not in self.known:
            self.known[key] = len(self.points)
            self.points.append(p)
        return self.known[key]

    def grid(self, columns, rows, place, width, height):
        """A grid whose point (u, v), both 0..1, begins at place(u, v)."""
        index = [[self.point(place(i / columns, j / rows)) for i in range(columns + 1)] for j in range(rows + 1)]
        longer = max(width, height)
        uv = [(i / columns * width / longer, j / rows * height / longer) for j in range(rows + 1) for i in range(columns + 1)]
        for j in range(rows):
            for i in range(columns):
                quad = (index[j][i], index[j][i + 1], index[j + 1][i + 1], index[j + 1][i])
                if len(set(quad)) == 4:
                    self.faces.append(quad)
        self.grids.append((columns, rows, [p for row in index for p in row], uv))

    def object(self, name):
        mesh = bpy.data.meshes.new(name)
        mesh.from_pydata(self.points, [], self.faces)
        thing = bpy.data.objects.new(name, mesh)
        bpy.context.collection.objects.link(thing)
        return thing


def clear(gravity):
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.context.scene.gravity = (0, 0, -9.81 if gravity else 0)
    bpy.context.scene.use_gravity = gravity


def cloth(thing, frames, stiff=12, bending=0.6, pressure=None, shrink=0.0, pinned=None, collide=False, mass=0.25):
    """Lets cloth come to rest and returns its points."""
    modifier = thing.modifiers.new('cloth', 'CLOTH')
    settings = modifier.settings
    settings.quality = 8
    settings.mass = mass
    settings.air_damping = 3
    settings.tension_stiffness = settings.compression_stiffness = stiff
    settings.shear_stiffness = stiff / 2
    settings.bending_stiffness = bending
    settings.tension_damping = settings.compression_damping = settings.shear_damping = 10
    settings.bending_damping = 1
    settings.shrink_min = shrink
    if pressure is not None:
        settings.use_pressure = True
        settings.uniform_pressure_force = pressure
    if pinned is not None:
        group = thing.vertex_groups.new(name='pinned')
        group.add(pinned, 1, 'REPLACE')
        settings.vertex_group_mass = 'pinned'
        settings.pin_stiffness = 1
    modifier.collision_settings.use_collision = collide
    modifier.collision_settings.distance_min = 0.004
    modifier.collision_settings.use_self_collision = collide
    modifier.collision_settings.self_distance_min = 0.004
    modifier.point_cache.frame_end = frames
    scene = bpy.context.scene
    scene.frame_end = frames
    for frame in range(1, frames + 1):
        scene.frame_set(frame)
    shaped = thing.evaluated_get(bpy.context.evaluated_depsgraph_get()).data
    return [tuple(v.co) for v in shaped.vertices]


def obstacle(size, at, bevel):
    bpy.ops.mesh.primitive_cube_add(size=1, location=at)
    box = bpy.context.active_object
    box.scale = size
    bpy.ops.object.transform_apply(location=False, rotation=False, scale=True)
    edge = box.modifiers.new('bevel', 'BEVEL')
    edge.width, edge.segments = bevel, 4
    box.modifiers.new('collision', 'COLLISION')
    box.collision.thickness_outer = 0.006
    box.collision.cloth_friction = 40


def write(name, cut, points):
    """One primitive a grid, y up; half of what a plain file would take."""
    upright = [(x, z, -y) for x, y, z in points]
    scale = max(abs(v) for p in upright for v in p)
    chunks, accessors, views, primitives = [], [], [], []

    def add(data, component, kind, count, target, **more):
        data += b'\0' * (-len(data) % 4)
        views.append({'buffer': 0, 'byteOffset': sum(map(len, chunks)), 'byteLength': len(data), 'target': target})
        if 'stride' in more:
            views[-1]['byteStride'] = more.pop('stride')
        chunks.append(data)
        accessors.append({'bufferView': len(views) - 1, 'componentType': component, 'type': kind, 'count': count, **more})
        return len(accessors) - 1

    for columns, rows, index, uv in cut.grids:
        own = [upright[i] for i in index]
        quantised = [[round(v / scale * 32767) for v in p] for p in own]
        position = add(
            b''.join(struct.pack('<4h', *p, 0) for p in quantised), 5122, 'VEC3', len(own), 34962, stride=8,
            normalized=True, min=[min(p[k] for p in quantised) for k in range(3)],
            max=[max(p[k] for p in quantised) for k in range(3)])
        texture = add(b''.join(struct.pack('<2H', round(u * 65535), round(v * 65535)) for u, v in uv), 5123, 'VEC2',
                      len(uv), 34962, stride=4, normalized=True)
        wide = columns + 1
        corners = []
        for j in range(rows):
            for i in range(columns):
                a, b, c, d = j * wide + i, j * wide + i + 1, (j + 1) * wide + i + 1, (j + 1) * wide + i
                corners += [a, b, c, a, c, d]
        triangles = add(struct.pack(f'<{len(corners)}H', *corners), 5123, 'SCALAR', len(corners), 34963)
        primitives.append({'attributes': {'POSITION': position, 'TEXCOORD_0': texture}, 'indices': triangles,
                           'extras': {'columns': columns, 'rows': rows}})
    body = b''.join(chunks)
    head = json.dumps({
        'asset': {'version': '2.0', 'generator': 'soft/model.py'},
        'extensionsUsed': ['KHR_mesh_quantization'], 'extensionsRequired': ['KHR_mesh_quantization'],
        'scene': 0, 'scenes': [{'nodes': [0]}], 'nodes': [{'mesh': 0, 'scale': [scale] * 3}],
        'meshes': [{'name': name, 'primitives': primitives}], 'accessors': accessors, 'bufferViews': views,
        'buffers': [{'byteLength': len(body)}],
    }, separators=(',', ':')).encode()
    head += b' ' * (-len(head) % 4)
    path = os.path.join(HERE, f'{name}.glb')
    with open(path, 'wb') as file:
        file.write(struct.pack('<4sII', b'glTF', 2, 28 + len(head) + len(body)))
        file.write(struct.pack('<I4s', len(head), b'JSON') + head + struct.pack('<I4s', len(body), b'BIN\0') + body)
    print(f'{name}: {sum(len(g[2]) for g in cut.grids)} points, {os.path.getsize(path)} bytes', flush=True)


def cushion(name, size, cells, pressure, tug):
    """A loose cushion that stands on its edge and faces -y (z, written): two squares sewn at their edges."""
    clear(False)
    cut = Cut()
    half = size / 2

    def side(front):
        def place(u, v):
            x, z = (u - 0.5) * size * (1 if front else -1), (v - 0.5) * size
            edge = min(u, 1 - u, v, 1 - v)
            thick = 0.012 * min(1, edge * 8) * (1 + 0.5 * math.sin(tug * 7 + 9 * u + 5 * v))
            return (x, -thick if front else thick, z)
        return place
    cut.grid(cells, cells, side(True), size, size)
    cut.grid(cells, cells, side(False), size, size)
    points = cloth(cut.object(name), 46, stiff=10, bending=0.25, pressure=pressure, shrink=0.02)
    # It leans on its lower edge: heavier there, a little crooked.
    sag = []
    for x, y, z in points:
        low = (half - z) / size
        fuller = 1 + 0.22 * (low - 0.5)
        sag.append((x * (1 + 0.03 * (low - 0.5)) + tug * 0.02 * (z / half) ** 2, y * fuller, z - 0.012 * (1 - (x / half) ** 2) * (z > 0)))
    write(name, cut, sag)


def stuffed(name, width, height, depth, cells, pressure, shrink, hollow=0.0):
    """A box cushion: two panels and the band between them, lying; width along x, depth along y, height up."""
    clear(False)
    cut = Cut()
    across, deep, tall = cells
    r = min(width, depth) * 0.12

    def outline(t):
        """Round-cornered rectangle, counterclockwise from above, t 0..1."""
        straight = [(width - 2 * r), (depth - 2 * r)]
        arc = math.pi * r / 2
        lengths = [straight[0], arc, straight[1], arc] * 2
        at = (t % 1) * sum(lengths)
        corners = [(-width / 2 + r, -depth / 2), (width / 2, -depth / 2 + r), (width / 2 - r, depth / 2), (-width / 2, depth / 2 - r)]
        for k in range(4):
            line, bend = lengths[2 * k], lengths[2 * k + 1]
            dx, dy = [(1, 0), (0, 1), (-1, 0), (0, -1)][k]
            x, y = corners[k]
            if at <= line:
                return (x + dx * at, y + dy * at)
            at -= line
            if at <= bend:
                angle = at / r + k * math.pi / 2 - math.pi / 2
                cx, cy = x + dx * line - dy * r, y + dy * line + dx * r
                return (cx + r * math.cos(angle), cy + r * math.sin(angle))
            at -= bend
        return corners[0]

    around = 2 * (across + deep)

    def panel(z, flip):
        def place(u, v):
            # Border points lie on the outline, so that they are sewn to the band; inner ones between them.
            i, j = round(u * across), round(v * deep)
            if flip:
                i = across - i
            steps = lambda n: outline((n % around) / around)
            bottom, top = steps(i), steps(2 * across + deep - i)
            left, right = steps(2 * across + 2 * deep - j), steps(across + j)
            s, t = i / across, j / deep
            if j == 0:
                x, y = bottom
            elif j == deep:
                x, y = top
            elif i == 0:
                x, y = left
            elif i == across:
                x, y = right
            else:
                c = [steps(0), steps(across), steps(across + deep), steps(2 * across + deep)]
                x, y = [
                    (1 - t) * bottom[k] + t * top[k] + (1 - s) * left[k] + s * right[k]
                    - ((1 - s) * (1 - t) * c[0][k] + s * (1 - t) * c[1][k] + s * t * c[2][k] + (1 - s) * t * c[3][k])
                    for k in (0, 1)]
            return (x, y, z)
        return place
    cut.grid(across, deep, panel(height / 2, False), width, depth)
    cut.grid(across, deep, panel(-height / 2, True), width, depth)
    perimeter = 2 * (width + depth)
    cut.grid(around, tall, lambda u, v: (*outline(round(u * around) % around / around), (v - 0.5) * height), perimeter, height)
    points = cloth(cut.object(name), 40, stiff=18, bending=0.4, pressure=pressure, shrink=shrink)
    # Where people sit it keeps a hollow.
    dented = [
        (x, y, z - hollow * max(0, z) / height * 2 * math.exp(-((x / (width * 0.3)) ** 2 + ((y - depth * 0.05) / (depth * 0.32)) ** 2)))
        for x, y, z in points]
    write(name, cut, dented)


def sewn_obstacle(name, turn, at, stretch=1.0):
    """Something sewn before, in the way: turned around x, then moved; y up as it was written."""
    with open(os.path.join(HERE, f'{name}.glb'), 'rb') as file:
        data = file.read()
    length = struct.unpack_from('<I', data, 12)[0]
    head, body = json.loads(data[20:20 + length]), 28 + length
    scale = head['nodes'][0]['scale'][0] / 32767
    for part in head['meshes'][0]['primitives']:
        where = head['accessors'][part['attributes']['POSITION']]
        start = body + head['bufferViews'][where['bufferView']]['byteOffset']
        points = []
        for i in range(where['count']):
            x, y, z = (v * scale for v in struct.unpack_from('<3h', data, start + i * 8))
            y, z = y * math.cos(turn) - z * math.sin(turn), y * math.sin(turn) + z * math.cos(turn)
            points.append((x * stretch + at[0], -(z + at[2]), y + at[1]))
        view = head['accessors'][part['indices']]
        start = body + head['bufferViews'][view['bufferView']]['byteOffset']
        corners = struct.unpack_from(f'<{view["count"]}H', data, start)
        mesh = bpy.data.meshes.new(name)
        mesh.from_pydata(points, [], [corners[i:i + 3] for i in range(0, len(corners), 3)])
        thing = bpy.data.objects.new(name, mesh)
        bpy.context.collection.objects.link(thing)
        thing.modifiers.new('collision', 'COLLISION')
        thing.collision.thickness_outer = 0.008
        thing.collision.cloth_friction = 60


def throw(name):
    """A blanket over back and seat of a sofa and down its front; the middle of the seat, on the floor, is the origin."""
    clear(True)
    sewn_obstacle('seat', 0, (0, 0.4, 0.075))
    sewn_obstacle('back', math.pi / 2 - 0.24, (0, 0.685, -0.21))
    obstacle((2, 0.84, 0.15), (0, 0, 0.225), 0.03)
    obstacle((3, 3, 0.1), (0, 0, -0.05), 0.01)
    cut = Cut()
    wide = 0.58
    # From over the back, down to the seat, forward and over its edge: (y, z), a hand's breadth above what is there.
    path = [(0.24, 1.0), (-0.04, 0.97), (-0.1, 0.72), (-0.16, 0.68), (-0.5, 0.68), (-0.57, 0.58), (-0.58, 0.2)]
    lengths = [math.dist(a, b) for a, b in zip(path, path[1:])]
    long, turn = sum(lengths), 0.12

    def place(u, v):
        at = v * long
        for (a, b), length in zip(zip(path, path[1:]), lengths):
            if at <= length + 1e-9:
                break
            at -= length
        t = min(1, at / length)
        y, z = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
        x = (u - 0.5) * wide * (1 - 0.12 * math.sin(math.pi * v)) + 0.012 * math.sin(9 * v)
        y += 0.008 * math.sin(14 * u + 3 * v)
        return (x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn), z + 0.01 * math.sin(17 * u + 5 * v))
    cut.grid(34, 80, place, wide, long)
    points = cloth(cut.object(name), 56, stiff=6, bending=0.12, collide=True, mass=0.35)
    write(name, cut, points)


def curtain(name, width, drop, folds):
    """A curtain drawn together, hanging from its rings; its upper edge's middle is the origin, it faces -y."""
    clear(True)
    cut = Cut()
    columns, rows = folds * 12, 34

    def place(u, v):
        phase = u * folds * 2 * math.pi
        wave = 0.04 * math.sin(phase) + 0.012 * math.sin(2.3 * phase + 1)
        flare = 1 + 0.16 * v * v
        return ((u - 0.5) * width * flare + 0.008 * math.cos(2 * phase), wave * (1 + 0.45 * v + 0.2 * v * math.sin(5 * u)), -v * drop)
    cloth_width = width * 1.9
    cut.grid(columns, rows, place, cloth_width, drop)
    top = [p for p in range(len(cut.points)) if cut.points[p][2] > -1e-6]
    points = cloth(cut.object(name), 46, stiff=20, bending=1.2, pinned=top, collide=False, mass=0.3)
    write(name, cut, points)


ALL = {
    'cushion-full': lambda name: cushion(name, 0.5, 26, 9, 0.3),
    'cushion-soft': lambda name: cushion(name, 0.5, 26, 5.5, -0.6),
    'cushion-long': lambda name: cushion(name, 0.5, 26, 7, 1.0),
    'seat': lambda name: stuffed(name, 0.88, 0.17, 0.7, (26, 20, 4), 3.2, 0.0, hollow=0.02),
    'back': lambda name: stuffed(name, 0.86, 0.17, 0.46, (26, 14, 4), 4.2, -0.01, hollow=0.006),
    'throw': throw,
    'curtain': lambda name: curtain(name, 0.46, 2.3, 6),
}

if __name__ == '__main__':
    asked = sys.argv[sys.argv.index('--') + 1:] if '--' in sys.argv else list(ALL)
    for wanted in asked:
        ALL[wanted](wanted)
