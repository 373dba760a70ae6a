package org.insignia.openbadges.model;

import java.util.Set;

/**
 * What kind of achievement it is (OB 3.0, AchievementType). The list is open: an issuer may write
 * {@code ext:} and a word of its own.
 *
 * @param value as written in JSON; reading takes any word, {@link #isDefined()} judges it
 */
public record AchievementType(String value) {
  public static final AchievementType ACHIEVEMENT = new AchievementType("Achievement");
  public static final AchievementType APPRENTICESHIP_CERTIFICATE =
      new AchievementType("ApprenticeshipCertificate");
  public static final AchievementType ASSESSMENT = new AchievementType("Assessment");
  public static final AchievementType ASSIGNMENT = new AchievementType("Assignment");
  public static final AchievementType ASSOCIATE_DEGREE = new AchievementType("AssociateDegree");
  public static final AchievementType AWARD = new AchievementType("Award");
  public static final AchievementType BADGE = new AchievementType("Badge");
  public static final AchievementType BACHELOR_DEGREE = new AchievementType("BachelorDegree");
  public static final AchievementType CERTIFICATE = new AchievementType("Certificate");
  public static final AchievementType CERTIFICATE_OF_COMPLETION =
      new AchievementType("CertificateOfCompletion");
  public static final AchievementType CERTIFICATION = new AchievementType("Certification");
  public static final AchievementType COMMUNITY_SERVICE = new AchievementType("CommunityService");
  public static final AchievementType COMPETENCY = new AchievementType("Competency");
  public static final AchievementType COURSE = new AchievementType("Course");
  public static final AchievementType CO_CURRICULAR = new AchievementType("CoCurricular");
  public static final AchievementType DEGREE = new AchievementType("Degree");
  public static final AchievementType DIPLOMA = new AchievementType("Diploma");
  public static final AchievementType DOCTORAL_DEGREE = new AchievementType("DoctoralDegree");
  public static final AchievementType FIELDWORK = new AchievementType("Fieldwork");
  public static final AchievementType GENERAL_EDUCATION_DEVELOPMENT =
      new AchievementType("GeneralEducationDevelopment");
  public static final AchievementType JOURNEYMAN_CERTIFICATE =
      new AchievementType("JourneymanCertificate");
  public static final AchievementType LEARNING_PROGRAM = new AchievementType("LearningProgram");
  public static final AchievementType LICENSE = new AchievementType("License");
  public static final AchievementType MEMBERSHIP = new AchievementType("Membership");
  public static final AchievementType PROFESSIONAL_DOCTORATE =
      new AchievementType("ProfessionalDoctorate");
  public static final AchievementType QUALITY_ASSURANCE_CREDENTIAL =
      new AchievementType("QualityAssuranceCredential");
  public static final AchievementType MASTER_CERTIFICATE = new AchievementType("MasterCertificate");
  public static final AchievementType MASTER_DEGREE = new AchievementType("MasterDegree");
  public static final AchievementType MICRO_CREDENTIAL = new AchievementType("MicroCredential");
  public static final AchievementType RESEARCH_DOCTORATE = new AchievementType("ResearchDoctorate");
  public static final AchievementType SECONDARY_SCHOOL_DIPLOMA =
      new AchievementType("SecondarySchoolDiploma");

  private static final Set<String> DEFINED =
      Set.of(
          "Achievement",
          "ApprenticeshipCertificate",
          "Assessment",
          "Assignment",
          "AssociateDegree",
          "Award",
          "Badge",
          "BachelorDegree",
          "Certificate",
          "CertificateOfCompletion",
          "Certification",
          "CommunityService",
          "Competency",
          "Course",
          "CoCurricular",
          "Degree",
          "Diploma",
          "DoctoralDegree",
          "Fieldwork",
          "GeneralEducationDevelopment",
          "JourneymanCertificate",
          "LearningProgram",
          "License",
          "Membership",
          "ProfessionalDoctorate",
          "QualityAssuranceCredential",
          "MasterCertificate",
          "MasterDegree",
          "MicroCredential",
          "ResearchDoctorate",
          "SecondarySchoolDiploma");

  /** Whether the standard lists this word, or it is marked as an extension. */
  public boolean isDefined() {
    return DEFINED.contains(value) || value.startsWith("ext:");
  }
}
