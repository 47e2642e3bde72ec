-- AlterTable
ALTER TABLE "Talk" ADD COLUMN "wishId" TEXT;
