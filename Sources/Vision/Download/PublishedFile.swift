/// One file of a published data set: what it is called and the MD5 sum that its authors give.
struct PublishedFile: Sendable, Hashable {
  /// Name as published, with `.gz`.
  let name: String
  /// 32 lower-case hexadecimal digits.
  let md5: String
}
