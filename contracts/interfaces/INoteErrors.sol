// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Factors} from "../types/Factors.sol";
import {ChargeKind, Ending, FactKind} from "../types/NoteTypes.sol";

/// @title INoteErrors
/// @notice Every reason for which a clause refuses an act, with what was given on one side and what was required on the other.
interface INoteErrors {
    /*//////////////////////////////////////////////////////////////
                                WHO
    //////////////////////////////////////////////////////////////*/

    error NotHolder(address caller, address holder);
    error NotBorrower(address caller, address borrower);
    error NotBorrowerOrAttestor(address caller, address borrower, address attestor);
    error NotHolderOrAttestor(address caller, address holder, address attestor);
    error NotAttestor(address caller, address attestor);

    /*//////////////////////////////////////////////////////////////
                                SIGNATURES
    //////////////////////////////////////////////////////////////*/

    error SignatureExpired(uint256 deadline, uint256 timestamp);
    error SignatureInvalid(address signer, bytes32 digest);
    error NonceUsed(address signer, uint256 nonce);

    /*//////////////////////////////////////////////////////////////
                                THE NOTE
    //////////////////////////////////////////////////////////////*/

    error NoteUnknown(uint256 id);
    error NoteEnded(uint256 id, Ending ending);
    error ZeroAmount();
    error UntilPassed(uint24 until, uint24 today);

    /*//////////////////////////////////////////////////////////////
                                MAKING
    //////////////////////////////////////////////////////////////*/

    error PartiesNotDistinct(address borrower, address lender, address attestor);
    error NotAContract(address account);
    error PrincipalZero();
    error RateTooHigh(uint32 rate, uint32 below);
    error MaturityNotAfterDated(uint24 maturity, uint24 dated);
    error DatedInFuture(uint24 dated, uint24 today);
    error PriceZero(uint96 numerator, uint32 denominator);
    error WindowEmpty(uint24 convertibleAfter, uint24 convertibleUntil);
    error StockNotOfBorrower(address issuer, address borrower);
    error OfferUnknown(bytes32 offer);
    error OfferExpired(uint24 until, uint24 today);
    error StockFactorsDiffer(Factors found, Factors seen);
    error ReceivedDiffers(uint256 received, uint256 expected);

    /*//////////////////////////////////////////////////////////////
                                PAYMENT
    //////////////////////////////////////////////////////////////*/

    error PrepaymentNotPermitted(uint24 today, uint24 maturity);
    error PayerIsHolder(address payer);
    error ExceedsOwed(uint256 amount, uint256 owed);
    /// @notice The currency answered false to a transfer, or its address has no code.
    error SafeERC20FailedOperation(address token);
    error GasNotAmple(uint256 gas, uint256 ample);
    error NotEntitled(address caller, address entitled);

    /*//////////////////////////////////////////////////////////////
                                DEFAULT
    //////////////////////////////////////////////////////////////*/

    error DemandPremature(uint24 today, uint24 lastDayToPay);
    error PrincipalNotOwed(uint256 id);
    error FactUnknown(bytes32 name);
    error FactNameInvalid(bytes32 name);
    error FactNameReserved(bytes32 name);
    error FactNameTaken(bytes32 name);
    error FactKindReserved(FactKind kind);
    error FactNotOpen(bytes32 name);
    error FactNotCurable(bytes32 name, FactKind kind);
    error OccurredOutOfRange(uint24 occurred, uint24 earliest, uint24 latest);
    error TooManyOpenFacts(uint256 open, uint256 limit);

    /*//////////////////////////////////////////////////////////////
                                CHARGES
    //////////////////////////////////////////////////////////////*/

    error ChargesAboveLimit(ChargeKind kind, uint256 admitted, uint256 limit);
    error AttestorChargesAboveLimit(ChargeKind kind, uint256 admitted, uint256 limit);

    /*//////////////////////////////////////////////////////////////
                                TRANSFER AND ASSIGNMENT
    //////////////////////////////////////////////////////////////*/

    error ConsentRequired(address to, address consentTo, uint24 consentUntil, uint24 today);
    error PartyCannotHold(address to);
    error NoConsent(uint256 id);
    error SameObligor(address obligor);
    error NotAffiliate(address account, address maker);
    error PartyCannotOwe(address to);
    error AssignmentNotAccepted(address to, bytes32 accepted, bytes32 debt);
    error NoAcceptance(address assignee);

    /*//////////////////////////////////////////////////////////////
                                LOST NOTE
    //////////////////////////////////////////////////////////////*/

    error DeclaredWithinYear(uint24 today, uint24 lastDeclaredOn);
    error NotDeclaredLost(uint256 id);
    error RecoveryAlreadyConsented(address to);
    error RecoveryNotConsented(uint256 id);
    error RecoveryPremature(uint24 today, uint24 objectionThrough);
    error NoRecovery(uint256 id);

    /*//////////////////////////////////////////////////////////////
                                CONVERSION
    //////////////////////////////////////////////////////////////*/

    error NoConversionRight(uint256 id);
    error ConversionNotOpen(uint24 today, uint24 convertibleAfter);
    error ConversionClosed(uint24 today, uint24 convertibleUntil);
    error PrincipalRequired(uint256 outstanding);
    error ExceedsPrincipal(uint256 principal, uint256 outstanding);
    error ExceedsCharges(uint256 charges, uint256 admitted);
    error NoWholeShare(uint256 amount, uint256 pricePerShare);
    error FewerSharesThanLeast(uint256 shares, uint256 least);
    error SharesNotReceived(uint256 received, uint256 promised);
}
