// swift-tools-version: 6.3
import Foundation
import PackageDescription

// The toolchain ships swift-syntax ready built. Cells need that very toolchain anyway, and
// building the package instead costs four minutes. SwiftPM offers no path to it, so it is read
// off the running `swift-build`, the parent of this manifest's process; `PATH` is the fall-back.
let hostModules: String = {
  let candidates =
    ["/proc/\(getppid())/exe"]
    + (Context.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/swiftc" }
  for candidate in candidates {
    let binary = URL(fileURLWithPath: candidate).resolvingSymlinksInPath()
    let host = binary.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("lib/swift/host").path
    if FileManager.default.fileExists(atPath: host + "/libSwiftParser.so") { return host }
  }
  fatalError("No Swift toolchain with lib/swift/host was found: install one from swift.org.")
}()

let parser: ([SwiftSetting], [LinkerSetting]) = (
  [.unsafeFlags(["-I", hostModules])],
  [
    .unsafeFlags([
      "-L", hostModules, "-lSwiftParser", "-lSwiftSyntax", "-lSwiftParserDiagnostics",
      "-lSwiftDiagnostics", "-lSwiftOperators", "-Xlinker", "-rpath", "-Xlinker", hostModules,
    ])
  ]
)

// What a notebook imports must load fast and find every module it needs. `internal import` does
// not hide a module in a library that is built from source: a cell that imports Plots would need
// Cairo's headers ("missing required module 'CPangoCairo'"), one that imports Vision would load
// Crypto and Foundation. `@_implementationOnly import` does hide them. The feature makes the
// compiler prove that nothing hidden shows in a declaration others see or in the layout of a
// type: a stored property keeps an `OpaquePointer` or a class instead. Swift 6.3 warns of each
// such import all the same; 6.4 is to stop that, and then the flag can go.
let hidingImports: [SwiftSetting] = [
  .enableExperimentalFeature("CheckImplementationOnly"), .unsafeFlags(["-suppress-warnings"]),
]

// One release build serves tests and kernel alike. What runs hot is tested through its public and
// package interface, and compiled without this.
let testable: [SwiftSetting] = [.unsafeFlags(["-enable-testing"])]

// One operation reads the layout and the node of its tensors a dozen times, and checking each time
// that nobody writes them meanwhile takes a quarter of a small operation. Debug builds check.
let unchecked: [SwiftSetting] = [
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))
]

// The loops over blocks of images are compiled once for each family of processors and chosen when
// the program runs. Only these small modules may use instructions that not every processor has.
// Roots are C's: unless told that nobody reads `errno`, the compiler takes those of a vector one by
// one.
func blockKernels(_ flags: String...) -> [SwiftSetting] {
  #if arch(x86_64)
    let flags = ["-fno-math-errno"] + flags
  #else
    let flags = ["-fno-math-errno"]
  #endif
  return [.unsafeFlags(["-Ounchecked"] + flags.flatMap { ["-Xcc", $0] })]
}

let package = Package(
  name: "Martlet",
  products: [
    .library(name: "Martlet", type: .dynamic, targets: ["Martlet", "CellSupport"]),
    .library(name: "CompilerSnapshot", type: .dynamic, targets: ["CCompilerSnapshot"]),
    .executable(name: "martlet", targets: ["MartletCLI"]),
    .executable(name: "martlet-worker", targets: ["CellWorker"]),
    .executable(name: "martlet-bench", targets: ["MartletBench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
  ],
  // Each target names all modules that it imports, those of `Martlet` too: SwiftPM compiles anew
  // only what depends on a changed module directly.
  targets: [
    // C libraries of the system.
    .systemLibrary(name: "CZMQ", pkgConfig: "libzmq", providers: [.apt(["libzmq3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),

    // libpng and libjpeg need setjmp, which Swift cannot call: a few functions in C stand before
    // them.
    .target(name: "CPNG", linkerSettings: [.linkedLibrary("png")]),
    .target(name: "CJPEG", linkerSettings: [.linkedLibrary("jpeg")]),

    // What a notebook imports.
    .target(
      name: "Martlet",
      dependencies: ["Tensors", "NN", "Vision", "Plots", "Training", "Images", "Display"]),
    .target(name: "PartialFiles"),
    .target(name: "BlockTasks"),
    .target(
      name: "BlockKernelsBase", dependencies: ["BlockTasks"], swiftSettings: blockKernels()),
    .target(
      name: "BlockKernelsAVX2", dependencies: ["BlockTasks"],
      swiftSettings: blockKernels("-march=x86-64-v3")),
    .target(
      name: "BlockKernelsAVX512", dependencies: ["BlockTasks"],
      swiftSettings: blockKernels("-march=x86-64-v4")),
    .target(
      name: "Kernels",
      dependencies: [
        "BlockTasks", "BlockKernelsBase", "BlockKernelsAVX2", "BlockKernelsAVX512",
      ]),
    .target(name: "BLAS", dependencies: ["Kernels"]),
    .target(
      name: "Tensors", dependencies: ["Kernels", "BLAS"], swiftSettings: unchecked),
    .target(
      name: "NN",
      dependencies: [
        "Tensors", "Kernels", "BLAS", "BlockTasks", "PartialFiles", "CArchive",
      ],
      swiftSettings: hidingImports),
    .target(
      name: "Images", dependencies: ["CPNG", "CJPEG", "Display"], swiftSettings: hidingImports),
    .target(
      name: "Vision",
      dependencies: [
        "Kernels", "Tensors", "Images", "Display", "PartialFiles", "CZlib", "CArchive",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: hidingImports + testable),
    .target(
      name: "Plots", dependencies: ["Tensors", "Images", "Display", "CPangoCairo"],
      swiftSettings: hidingImports),
    .target(
      name: "Training", dependencies: ["Tensors", "NN", "Vision", "Plots", "Display"],
      swiftSettings: hidingImports),
    .target(name: "Display", swiftSettings: hidingImports),
    .target(name: "CellSupport", dependencies: ["Display"]),

    // The notebook engine.
    .target(
      name: "JupyterWire",
      dependencies: [
        "CZMQ", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: testable),
    .target(name: "WorkerProtocol"),
    .target(
      name: "CellEngine",
      dependencies: [
        "WorkerProtocol", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: parser.0 + testable),
    .target(name: "CCompilerSnapshot"),
    .target(
      name: "CCellWorker",
      linkerSettings: [.linkedLibrary("dispatch"), .linkedLibrary("BlocksRuntime")]),
    .executableTarget(
      name: "CellWorker", dependencies: ["CCellWorker", "WorkerProtocol"],
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic"])]),
    .executableTarget(
      name: "MartletCLI",
      dependencies: [
        "JupyterWire", "CellEngine", "WorkerProtocol",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: parser.0, linkerSettings: parser.1),
    .executableTarget(
      name: "MartletBench",
      dependencies: [
        "Martlet", "Tensors", "NN", "Vision", "Kernels", "BlockTasks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], resources: [.embedInCode("Peers/torch_tutorials.py")]),

    // What tests of several modules share.
    .target(name: "TestSupport", dependencies: ["Tensors"], path: "Tests/TestSupport"),
    .testTarget(
      name: "TensorsTests", dependencies: ["Tensors", "Kernels", "BLAS"], exclude: ["Golden"]),
    .testTarget(
      name: "NNTests", dependencies: ["NN", "Tensors", "Kernels", "BlockTasks", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "VisionTests",
      dependencies: [
        "Vision", "Tensors", "Images", "Display", "PartialFiles", "CZlib", "CArchive",
        "TestSupport",
      ]),
    .testTarget(name: "DisplayTests", dependencies: ["Display"]),
    .testTarget(name: "ImagesTests", dependencies: ["Images", "Display"]),
    .testTarget(name: "PlotsTests", dependencies: ["Plots", "Images", "Display", "Tensors"]),
    .testTarget(
      name: "TrainingTests",
      dependencies: ["Training", "Tensors", "NN", "Vision", "Plots", "Display", "Images"]),
    .testTarget(name: "JupyterWireTests", dependencies: ["JupyterWire", "CZMQ"]),
    .testTarget(name: "WorkerProtocolTests", dependencies: ["WorkerProtocol"]),
    .testTarget(
      name: "CellEngineTests", dependencies: ["CellEngine", "WorkerProtocol"],
      swiftSettings: parser.0, linkerSettings: parser.1),
  ]
)

// A module explains itself to its readers; that is nothing to build.
for target in package.targets {
  let page = "\(Context.packageDirectory)/Sources/\(target.name)/README.md"
  if FileManager.default.fileExists(atPath: page) { target.exclude.append("README.md") }
}
