import Foundation
import Images
import Tensors
import Testing

@testable import Vision

/// Pictures in folders that are named after their classes.
struct ImageFolderTests {
  private func png(_ value: UInt8) throws -> [UInt8] {
    try Image(width: 2, height: 1, channels: 1, pixels: [value, 0]).pngData()
  }

  private func pets() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(png(3), to: "dog/rex.PNG")
    try folder.write(png(2), to: "cat/2024/felix.png")
    try folder.write(png(1), to: "cat/tom.png")
    try folder.write([1], to: "cat/notes.txt")
    try folder.write([1], to: "cat/.hidden.png")
    try folder.write([1], to: "readme.png")
    return folder
  }

  /// Classes and pictures are sorted, folders in folders belong to their class, and grey files
  /// come out in colours.
  @Test func findsItsPictures() throws {
    let folder = try pets()
    let pets = try ImageFolder(root: folder.path)
    #expect(pets.classes == ["cat", "dog"])
    #expect(pets.count == 3)
    #expect(pets.targets.scalars == [0, 0, 1])
    #expect(pets.labelOfClass == ["cat": 0, "dog": 1])
    #expect(
      pets.samples.map { String($0.path.dropFirst(folder.path.count)) }
        == ["/cat/tom.png", "/cat/2024/felix.png", "/dog/rex.PNG"])
    #expect(pets[1].0.shape == [1, 2, 3])
    #expect(pets[1].0.scalars == [2, 2, 2, 0, 0, 0])
    #expect(pets.filter(classes: ["dog"])[0].0.scalars[0] == 3)
    #expect("\(pets)".hasPrefix("Dataset ImageFolder\n    Number of datapoints: 3\n"))
    let batches = DataLoader(
      try ImageFolder(root: folder.path, transform: ToTensor()), batchSize: 2, numWorkers: 2)
    #expect(batches.map { $0.0.shape } == [[2, 3, 1, 2], [1, 3, 1, 2]])
  }

  /// A folder that is missing, holds no classes, or a class without pictures is named.
  @Test func saysWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    func message(_ path: String) -> String {
      do { return "\(try ImageFolder(root: path).count)" } catch { return "\(error)" }
    }
    #expect(
      message("/nowhere") == """
        the folder cannot be read: No such file or directory
          --> /nowhere
        hint: give the path of a folder that you may read
        """)
    #expect(message(folder.path).hasPrefix("there is no folder in here\n  --> \(folder.path)\n"))
    try folder.write([1], to: "cat/notes.txt")
    #expect(
      message(folder.path).hasPrefix(
        "there is no .png, .jpg or .jpeg file in here\n  --> \(folder.path)/cat\n"))
  }

  /// A picture that cannot be read stops the cell.
  @Test func stopsAtADamagedPicture() async throws {
    await #expect(processExitsWith: .failure) {
      let folder = try TemporaryFolder()
      try folder.write([1, 2, 3], to: "cat/tom.png")
      _ = try ImageFolder(root: folder.path)[0]
    }
  }
}
