-- AlterTable
ALTER TABLE "Flag" ADD COLUMN "told" TEXT;

-- AlterTable
ALTER TABLE "FlagNote" ADD COLUMN "about" TEXT;

-- AlterTable
ALTER TABLE "Talk" ADD COLUMN "flagId" TEXT;

-- CreateIndex
CREATE INDEX "Talk_flagId_idx" ON "Talk"("flagId");
