/// A published data set of labelled pictures in four idx files: MNIST and those made in its image.
struct IDXArchive: Sendable {
  /// Name of the set and of its folder.
  let name: String
  /// What each label stands for.
  let classes: [String]
  /// Addresses that end in a slash, tried in order.
  let mirrors: [String]
  /// MD5 sums of the gzip files: training pictures and labels, test pictures and labels.
  let sums: [String]

  /// Pictures and labels of one half of the set.
  struct Split: Sendable {
    let images: PublishedFile
    let labels: PublishedFile
  }

  func split(train: Bool) -> Split {
    train
      ? Split(
        images: PublishedFile(name: "train-images-idx3-ubyte.gz", md5: sums[0]),
        labels: PublishedFile(name: "train-labels-idx1-ubyte.gz", md5: sums[1]))
      : Split(
        images: PublishedFile(name: "t10k-images-idx3-ubyte.gz", md5: sums[2]),
        labels: PublishedFile(name: "t10k-labels-idx1-ubyte.gz", md5: sums[3]))
  }

  var files: [PublishedFile] {
    [true, false].flatMap { [split(train: $0).images, split(train: $0).labels] }
  }
}

extension PublishedFile {
  /// The name of the file once it is unpacked.
  var unpackedName: String {
    name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }
}

// Mirrors, sums and class names are those of torchvision 0.29, torchvision/datasets/mnist.py.
extension IDXArchive {
  /// Handwritten digits; LeCun, Cortes, Burges.
  static let mnist = IDXArchive(
    name: "MNIST",
    classes: [
      "0 - zero", "1 - one", "2 - two", "3 - three", "4 - four", "5 - five", "6 - six",
      "7 - seven", "8 - eight", "9 - nine",
    ],
    mirrors: [
      "https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/",
    ],
    sums: [
      "f68b3c2dcbeaaa9fbdd348bbdeb94873", "d53e105ee54ea40749a09fcbcd1e9432",
      "9fb629c4189551a2d022fa330f9573f3", "ec29112dd5afa0611ce80d1b7f02629c",
    ])

  /// Pictures of clothes; Xiao, Rasul, Vollgraf.
  static let fashionMNIST = IDXArchive(
    name: "FashionMNIST",
    classes: [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
      "Ankle boot",
    ],
    mirrors: ["http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"],
    sums: [
      "8d4fb7e6c68d591d4c3dfef9ec88bf0d", "25c81989df183df01b3e8a0aad5dffbe",
      "bef4ecab320f06d8554ea6380940ec79", "bb300cfdad3c16e7a12a480ee83cd310",
    ])

  /// Handwritten Kuzushiji characters; Clanuwat and others.
  static let kmnist = IDXArchive(
    name: "KMNIST", classes: ["o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"],
    mirrors: ["http://codh.rois.ac.jp/kmnist/dataset/kmnist/"],
    sums: [
      "bdb82020997e1d708af4cf47b453dcf7", "e144d726b3acfaa3e44228e80efcd344",
      "5c965bf0a639b31b8f53240b1b52f4d7", "7320c461ea6c1c855c0b718fb2a4b134",
    ])
}
