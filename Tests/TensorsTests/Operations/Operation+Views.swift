import Tensors

extension Operation {
  static let views: [Operation] = shapes + parts + padding

  private static let shapes: [Operation] = [
    Operation("flip") { a, _, _ in a.flip(0, 2) },
    Operation("roll") { a, _, _ in a.roll(3, dim: 2) },
    Operation("rollBack") { a, _, _ in a.roll(-1, dim: 1) },
    Operation("repeat") { _, b, _ in b.repeat(2, 1, 3) },
    Operation("tril") { a, _, _ in a.tril() },
    Operation("triu") { a, _, _ in a.triu(diagonal: -1) },
    Operation("permute") { a, _, _ in a.permute(2, 0, 1) },
    Operation("transpose") { a, _, _ in a.transpose(0, -1).reshape(6, 4) },
    Operation("expand") { _, b, _ in b.unsqueeze(1).expand(3, 2, 4) },
    Operation("unflatten") { a, _, _ in a.unflatten(2, [2, -1]) },
    Operation("cat") { a, _, p in cat([a, p, a[.all, ..<1]], dim: 1) },
    Operation("stack") { a, _, p in stack([a, p], dim: -1) },
  ]

  private static let parts: [Operation] = [
    Operation("narrow") { a, _, _ in a.narrow(2, start: 1, length: 2) },
    Operation("slice") { a, _, _ in a[.all, 1..., .stride(by: 2)] },
    Operation("select") { a, _, _ in a[.ellipsis, -1] },
    Operation("newAxis") { a, _, _ in a[.all, .newAxis, 0] },
    Operation("split") { a, _, _ in a.split(3, dim: 2)[1] },
    Operation("chunk") { a, _, _ in a.chunk(2, dim: 1)[0] },
    Operation("unbind") { a, _, _ in a.unbind(1)[2] },
  ]

  private static let padding: [Operation] = [
    Operation("pad") { a, _, _ in a.pad([1, 2, 0, 1], value: 0.5) },
    Operation("padNegative") { a, _, _ in a.pad([-1, 2, 1, -1]) },
    Operation("padReflect") { a, _, _ in a.pad([2, 1], mode: .reflect) },
    Operation("padReflect2") { a, _, _ in a.pad([3, 1, 2, 1], mode: .reflect) },
    Operation("padReplicate") { a, _, _ in a.pad([2, 3, 1, 0], mode: .replicate) },
    Operation("padCircular") { a, _, _ in a.pad([4, 1, 1, 3], mode: .circular) },
  ]

  static let matrixProducts: [Operation] = [
    Operation("matmul") { a, b, _ in matmul(a, b.t()) },
    Operation("matmulBatch") { a, _, p in matmul(a, p.transpose(1, 2)) },
    Operation("matmulVector") { a, b, _ in matmul(a, b[0]) },
    Operation("dot") { _, b, _ in matmul(b[0], b[1]) },
    Operation("linear") { a, b, p in linear(a, b, p[0, .all, 0]) },
  ]
}
