import Diagnostics
import Programs
import Rules

/// Where the patient is.
public struct Place: Hashable, Comparable, Sendable {
  /// The state whose law holds there.
  public let state: String
  /// The site, or nil where the patient is elsewhere.
  public let site: EntityID?

  /// By state, then by site.
  public static func < (left: Place, right: Place) -> Bool {
    (left.state, left.site?.index ?? -1) < (right.state, right.site?.index ?? -1)
  }
}

/// A service line as a payer and a patient meet it: the line in a place and a modality.
public struct Encounter: Hashable, Sendable {
  /// The service line.
  public let line: EntityID
  /// Where the patient is.
  public let place: Place
  /// In person, by video or by telephone.
  public let modality: String
  /// The sites that answer for it: where the patient is, or any from which a visit at a distance may be held.
  public let sites: Set<EntityID>
}

/// What a rule is asked about: one site, one person, one delivery of a service. Shared by all that is asked about it.
public final class Subject: Sendable {
  /// The kind of subject.
  public let concern: Concern
  /// A stable name, made of the ids that it stands for, such as `acupuncture/lac1@NC:medicare`.
  public let id: String
  /// The service line, where the subject has one.
  public let line: EntityID?
  /// The person, where the subject has one.
  public let practitioner: EntityID?
  /// Where, where the subject is in a place.
  public let place: Place?
  /// The modality, where the subject has one.
  public let modality: String?
  /// The payer, where the subject has one.
  public let payer: EntityID?
  /// The cells on which what is found of it bears.
  public let reach: Reach
  /// Where the program states it.
  public let range: SourceRange
  /// The variables that formulas use.
  let variables: Variables

  init(
    concern: Concern, id: String, line: EntityID?, practitioner: EntityID?, place: Place?, modality: String?,
    payer: EntityID?, reach: Reach, range: SourceRange, variables: Variables
  ) {
    (self.concern, self.id, self.line, self.practitioner) = (concern, id, line, practitioner)
    (self.place, self.modality, self.payer, self.reach) = (place, modality, payer, reach)
    (self.range, self.variables) = (range, variables)
  }

  /// The same subject with regard to one record of law, as `ratio#2`, or to one case.
  func numbered(_ number: String, _ variables: Variables) -> Subject {
    Subject(
      concern: concern, id: "\(id)#\(number)", line: line, practitioner: practitioner, place: place,
      modality: modality, payer: payer, reach: reach, range: range, variables: variables)
  }
}

/// The cells on which a finding bears; nil stands for all.
public struct Reach: Sendable {
  /// The lines.
  public var lines: Set<EntityID>?
  /// Those who deliver.
  public var people: Set<EntityID>?
  /// The state of the patient.
  public var state: String?
  /// The site, also with patients elsewhere who are treated from it: an unlicensed clinic has no lawful video visits.
  public var site: EntityID?
  /// The place, where it must be just this one, at home included.
  public var place: Place?
  /// The modality.
  public var modality: String?
  /// The payer.
  public var payer: EntityID?

  /// Whether it covers a line in a place and modality, delivered by a person, before a payer or before the law.
  public func covers(_ encounter: Encounter, by person: EntityID, payer: EntityID?) -> Bool {
    (lines?.contains(encounter.line) ?? true) && (people?.contains(person) ?? true)
      && (state.map { $0 == encounter.place.state } ?? true) && (site.map(encounter.sites.contains) ?? true)
      && (place.map { $0 == encounter.place } ?? true) && (modality.map { $0 == encounter.modality } ?? true)
      && (self.payer.map { $0 == payer } ?? true)
  }
}

extension Program {
  /// The lines with their places and modalities, in the order of the file.
  public var encounters: [Encounter] {
    parts("services", of: root).flatMap { line -> [Encounter] in
      let stated = line.words("modalities")
      let modalities = line.values["modalities"] == nil ? ["in_person"] : stated
      return modalities.flatMap { modality in
        places(of: line, modality).map { place in
          let sites = place.site.map { [$0] } ?? parts("at", of: line).map(\.id)
          return Encounter(line: line.id, place: place, modality: modality, sites: Set(sites))
        }
      }
    }
  }

  /// In person the patient is at the site; otherwise in the states that the line lists, or at home in the site's.
  private func places(of line: Entity, _ modality: String) -> [Place] {
    let sites = parts("at", of: line).compactMap { site in
      site.word("state").map { Place(state: $0, site: site.id) }
    }
    guard modality != "in_person" else { return Array(Set(sites)).sorted() }
    let patients = line.words("patients_in")
    let states = patients.isEmpty ? sites.map(\.state) : patients
    return Set(states).sorted().map { Place(state: $0, site: nil) }
  }

  /// Those who deliver a line, and whether all of them must.
  public func deliverers(of line: EntityID) -> (people: [EntityID], allAreNeeded: Bool) {
    guard let staffing = part("staff", of: self[line]) else { return ([], false) }
    let all = parts("all", of: staffing)
    return all.isEmpty ? (parts("any", of: staffing).map(\.id), false) : (all.map(\.id), true)
  }

  /// The payers that a line lists.
  public func payers(of line: EntityID) -> [EntityID] { parts("payers", of: self[line]).map(\.id) }
}
