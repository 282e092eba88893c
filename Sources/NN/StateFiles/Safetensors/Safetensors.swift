/// The file format of Hugging Face for named tensors: eight bytes that say how long the header is, a
/// header in JSON, and the numbers.
///
/// From <https://github.com/huggingface/safetensors>, whose limits are kept: a header of at most a
/// hundred million bytes, and tensors that lie side by side without gaps up to the end of the file.
enum Safetensors {
  /// The most bytes of a header.
  static let largestHeader = 100_000_000
}
