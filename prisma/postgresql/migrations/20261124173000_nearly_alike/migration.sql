-- AlterTable
ALTER TABLE "Flag" ADD COLUMN "alikeMark" TEXT;

-- CreateIndex
CREATE INDEX "Flag_houseId_alikeMark_idx" ON "Flag"("houseId", "alikeMark");
