-- AlterTable
ALTER TABLE "ReportDraft" ADD COLUMN "aboutTeam" BOOLEAN NOT NULL DEFAULT false;
